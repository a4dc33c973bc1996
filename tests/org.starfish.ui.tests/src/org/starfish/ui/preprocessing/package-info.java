// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the preprocessing page. */
package org.starfish.ui.preprocessing;
