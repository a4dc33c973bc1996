// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** How the network's view of a picture is varied, with the way back for the gradient. */
package org.starfish.core.synthesis.transform;
