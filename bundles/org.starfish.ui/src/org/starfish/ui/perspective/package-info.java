// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Where the parts of Starfish stand in the window. */
package org.starfish.ui.perspective;
