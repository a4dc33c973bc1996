// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the engine's ops. */
package org.starfish.core.engine.op;
