// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The graph of a network's layers: groups them, lays them out and draws them. */
package org.starfish.ui.graph;
