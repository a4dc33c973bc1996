// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What a forward pass answers, ready to paint: tiles, statistics, predictions and files of them. */
package org.starfish.core.activation;
