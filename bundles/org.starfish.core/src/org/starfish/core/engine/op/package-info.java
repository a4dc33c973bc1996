// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** One class an operation of the engine: how it runs forward, and how the gradient passes back to its input. */
package org.starfish.core.engine.op;
