// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What a picture is to maximize. */
package org.starfish.core.synthesis.objective;
