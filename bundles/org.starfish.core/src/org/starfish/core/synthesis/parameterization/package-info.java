// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** How a picture is represented while it is optimized. */
package org.starfish.core.synthesis.parameterization;
