// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The contact sheet: pictures that belong together, while they are drawn one after the other, and afterwards. */
package org.starfish.ui.synthesis.sheet;
