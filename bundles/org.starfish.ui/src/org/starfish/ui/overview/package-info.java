// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The first page of the editor: the graph of a model's layers, and what is to be told about the model. */
package org.starfish.ui.overview;
