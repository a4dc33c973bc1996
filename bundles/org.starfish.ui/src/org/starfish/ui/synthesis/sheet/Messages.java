// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String SheetAccess_name;
	public static String SheetAccess_help;
	public static String SheetCanvas_tile;
	public static String SheetCanvas_reached;
	public static String SheetContent_noName;
	public static String SheetContent_waiting;
	public static String SheetContent_beginning;
	public static String SheetContent_step;
	public static String SheetContent_failed;
	public static String SheetContent_reached;
	public static String SheetContent_reachedRank;
	public static String SheetContent_stopped;
	public static String SheetEditor_reading;
	public static String SheetMenu_open;
	public static String SheetMenu_stop;
	public static String SheetMenu_remove;
	public static String SheetMenu_removeWaiting;
	public static String SheetPanel_title;
	public static String SheetPanel_drawn;
	public static String SheetPanel_failed;
	public static String SheetPanel_left;
	public static String SheetPanel_paused;
	public static String SheetPanel_pause;
	public static String SheetPanel_pauseHint;
	public static String SheetPanel_resume;
	public static String SheetPanel_stop;
	public static String SheetPanel_stopHint;
	public static String Thumbnails_reading;

	static {
		initializeMessages("org.starfish.ui.synthesis.sheet.messages", Messages.class);
	}
}
