// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What several features of the user interface share. */
package org.starfish.ui;
