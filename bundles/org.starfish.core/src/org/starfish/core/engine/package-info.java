// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Turns a network into an executable plan: forward, and gradient with respect to the input. */
package org.starfish.core.engine;
