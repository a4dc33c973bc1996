// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** oneDNN as this engine uses it: memory in layouts, and calls that are prepared once and run many times. */
package org.starfish.core.engine.onednn;
