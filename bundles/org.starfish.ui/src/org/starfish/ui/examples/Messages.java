// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String ExampleJob_name;
	static String ExampleProject_failed;
	static String ExampleProject_missing;
	static String ExampleWizard_exists;
	static String ExampleWizard_name;
	static String ExampleWizard_noName;
	static String ExampleWizard_text;
	static String ExampleWizard_title;
	static String ExampleWizard_window;

	static {
		initializeMessages("org.starfish.ui.examples.messages", Messages.class);
	}
}
