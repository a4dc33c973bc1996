// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.drive;

import java.util.List;

import org.starfish.ui.tests.pages.WorkbenchPage;

/** Drives the window of the product as a user would. Has a public constructor without parameters. */
@FunctionalInterface
public interface Driver {
	/**
	 * Does it, on the UI thread, with an event loop of its own where it waits; see the page objects.
	 *
	 * @param window after a first start, without editors
	 * @param arguments what followed the name of the driver on the command line
	 */
	void drive(WorkbenchPage window, List<String> arguments) throws Exception;
}
