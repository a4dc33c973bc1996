// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks what a picture can be drawn for. */
package org.starfish.core.synthesis.objective;
