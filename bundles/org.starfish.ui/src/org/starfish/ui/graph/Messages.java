// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BoxTexts_group;
	public static String BoxTexts_layer;
	public static String GraphAccessible_help;
	public static String GraphAccessible_name;
	public static String GraphCanvas_layingOut;
	public static String GraphMenu_actualSize;
	public static String GraphMenu_close;
	public static String GraphMenu_closeAll;
	public static String GraphMenu_copy;
	public static String GraphMenu_fit;
	public static String GraphMenu_open;
	public static String GraphMenu_openAll;
	public static String GraphMenu_file;
	public static String GraphMenu_save;
	public static String GraphMenu_saving;
	public static String GraphMenu_show;
	public static String LayoutJob_name;
	public static String NodeDescription_answers;
	public static String NodeDescription_delegated;
	public static String NodeDescription_field;
	public static String NodeDescription_kindOf;
	public static String NodeDescription_layers;
	public static String NodeDescription_parameters;
	public static String NodeDescription_share;

	static {
		initializeMessages("org.starfish.ui.graph.messages", Messages.class);
	}
}
