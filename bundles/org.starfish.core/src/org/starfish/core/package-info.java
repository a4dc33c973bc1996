// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What every part of the core shares: expected trouble and progress. */
package org.starfish.core;
