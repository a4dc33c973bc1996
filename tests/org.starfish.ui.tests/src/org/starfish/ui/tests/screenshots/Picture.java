// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

/** Brings something onto the screen, and takes pictures of it. */
@FunctionalInterface
interface Picture {
	/**
	 * Does it.
	 *
	 * @param stage with the window as after a first start
	 */
	void draw(Stage stage) throws Exception;
}
