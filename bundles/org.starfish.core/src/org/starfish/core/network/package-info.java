// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What the rest of Starfish may know about a loaded model: a format-free graph of named layers. */
package org.starfish.core.network;
