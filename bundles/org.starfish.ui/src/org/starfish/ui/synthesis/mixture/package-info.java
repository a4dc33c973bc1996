// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Picks the units that fire for a group of images, as one thing to draw. */
package org.starfish.ui.synthesis.mixture;
