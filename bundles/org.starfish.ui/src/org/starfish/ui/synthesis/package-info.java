// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Synthesis in the IDE: what is wanted, the jobs that draw it, and how they stand. */
package org.starfish.ui.synthesis;
