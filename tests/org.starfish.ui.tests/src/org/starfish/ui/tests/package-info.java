// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the user interface in a running workbench, and what keeps one test from disturbing the next. */
package org.starfish.ui.tests;
