// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The editor of synthesized pictures, while they grow and afterwards. */
package org.starfish.ui.synthesis.editor;
