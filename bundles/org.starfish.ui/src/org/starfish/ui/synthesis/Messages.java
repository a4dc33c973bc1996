// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ResumeJob_name;
	public static String ResumeJob_outside;
	public static String ShowAction_text;
	public static String SynthesisOrders_folder;
	public static String SynthesisQueue_one;
	public static String SynthesisQueue_several;
	public static String SynthesisQueue_remove;
	public static String SynthesisQueue_dropped;
	public static String SynthesisQueue_refresh;
	public static String SynthesizeLikeHandler_reading;
	public static String SynthesizeLikeHandler_title;
	public static String ViewingEditor_noFile;

	static {
		initializeMessages("org.starfish.ui.synthesis.messages", Messages.class);
	}
}
