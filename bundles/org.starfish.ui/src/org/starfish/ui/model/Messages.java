// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ModelExplorer_none;
	public static String ModelSearch_name;

	static {
		initializeMessages("org.starfish.ui.model.messages", Messages.class);
	}
}
