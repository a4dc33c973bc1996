// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Recipes, their files, and damaged ones. */
package org.starfish.core.synthesis.recipe;
