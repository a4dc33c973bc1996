// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Draws the pictures of the documentation: drives the running product and takes its screen. Needs no JUnit, but for its own tests. */
package org.starfish.ui.tests.screenshots;
