// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The page of the editor that says how pictures become input, and lets the user try what fits. */
package org.starfish.ui.preprocessing;
