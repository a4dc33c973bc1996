// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the Model Explorer's parts that need no window. */
package org.starfish.ui.model;
