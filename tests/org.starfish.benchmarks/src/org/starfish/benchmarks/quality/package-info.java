// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** How good the pictures of the presets are. */
package org.starfish.benchmarks.quality;
