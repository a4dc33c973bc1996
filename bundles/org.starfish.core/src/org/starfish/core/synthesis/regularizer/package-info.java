// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What keeps a picture natural: acts on the picture, on its gradient, or as a penalty. */
package org.starfish.core.synthesis.regularizer;
