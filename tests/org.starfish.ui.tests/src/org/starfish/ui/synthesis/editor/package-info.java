// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of parts of the editor that need no window. */
package org.starfish.ui.synthesis.editor;
