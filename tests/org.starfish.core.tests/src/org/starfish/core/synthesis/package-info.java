// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks the ascent and its vocabulary. */
package org.starfish.core.synthesis;
