// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The Model Explorer: the models of the workspace, and what they consist of. */
package org.starfish.ui.model;
