// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Draws what a unit wants to see: the ascent, its schedule, its frames and its checkpoints. */
package org.starfish.core.synthesis;
