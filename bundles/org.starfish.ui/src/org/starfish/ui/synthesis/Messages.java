// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String SynthesisJob_name;
	public static String SynthesisJob_step;
	public static String SynthesisJob_cancelled;
	public static String SynthesisJob_folder;
	public static String SynthesisJob_refresh;

	static {
		initializeMessages("org.starfish.ui.synthesis.messages", Messages.class);
	}
}
