// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Arrays in NumPy's file format. */
package org.starfish.core.npy;
