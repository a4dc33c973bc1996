// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks what every part of the core uses, and the rules that hold for all sources. */
package org.starfish.core;
