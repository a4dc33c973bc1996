// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks how pictures are represented. */
package org.starfish.core.synthesis.parameterization;
