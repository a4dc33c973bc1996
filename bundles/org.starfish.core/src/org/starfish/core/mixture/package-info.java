// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Ranks the units of a network over a group of images. */
package org.starfish.core.mixture;
