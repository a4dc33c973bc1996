// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of what the engine makes of oneDNN. */
package org.starfish.core.engine.onednn;
