// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Thin jobs of Eclipse over the core's work: title, family, progress and cancel; nothing is computed here. */
package org.starfish.core.jobs;
