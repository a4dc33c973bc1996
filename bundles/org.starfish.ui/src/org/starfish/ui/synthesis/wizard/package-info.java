// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The wizard <i>Synthesize Image</i>: what, how and where. */
package org.starfish.ui.synthesis.wizard;
