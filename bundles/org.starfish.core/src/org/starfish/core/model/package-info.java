// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** A network together with what it takes to use it: preprocessing and labels, found or guessed. */
package org.starfish.core.model;
