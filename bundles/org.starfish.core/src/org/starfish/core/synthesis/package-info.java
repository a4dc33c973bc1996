// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Draws what a unit wants to see: the ascent, its recipe, parameters, presets and frames. */
package org.starfish.core.synthesis;
