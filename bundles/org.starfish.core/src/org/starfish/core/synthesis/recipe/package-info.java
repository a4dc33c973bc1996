// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What determines one synthesis: its target, its parameters and presets, and the file of all that. */
package org.starfish.core.synthesis.recipe;
