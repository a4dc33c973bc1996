// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/**
 * Page objects: what a user can do with a part of the window and see in it, done with its real widgets. All of it runs
 * on the UI thread.
 */
package org.starfish.ui.tests.pages;
