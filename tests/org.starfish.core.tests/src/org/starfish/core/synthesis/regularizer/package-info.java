// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks what keeps pictures natural. */
package org.starfish.core.synthesis.regularizer;
