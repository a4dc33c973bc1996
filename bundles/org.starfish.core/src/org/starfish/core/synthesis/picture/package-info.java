// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** A picture being drawn, the pixels that it stands for, and the draws of chance that a step makes. */
package org.starfish.core.synthesis.picture;
