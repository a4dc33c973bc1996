// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ExampleJob_name;
	public static String ExampleProject_failed;
	public static String ExampleProject_missing;
	public static String ExampleWizard_exists;
	public static String ExampleWizard_name;
	public static String ExampleWizard_noName;
	public static String ExampleWizard_text;
	public static String ExampleWizard_title;
	public static String ExampleWizard_window;

	static {
		initializeMessages("org.starfish.ui.examples.messages", Messages.class);
	}
}
