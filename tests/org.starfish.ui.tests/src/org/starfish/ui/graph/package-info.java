// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the graph of layers. */
package org.starfish.ui.graph;
