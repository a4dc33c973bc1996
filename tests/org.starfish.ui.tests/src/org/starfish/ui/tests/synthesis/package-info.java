// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Synthesis in the IDE. */
package org.starfish.ui.tests.synthesis;
