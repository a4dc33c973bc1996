// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Numbers_seconds;
	public static String Numbers_minutes;
	public static String Numbers_hours;
	public static String RecipeText_units;
	public static String RecipeText_source;
	public static String RecipeText_difference;
	public static String RecipeText_change;
	public static String RecipeText_stopped;
	public static String StoredPicture_reading;
	public static String SynthesisEditor_noFile;
	public static String SynthesisEditor_reading;
	public static String Replay_name;
	public static String SynthesisEditor_outside;
	public static String SynthesisPanel_pause;
	public static String SynthesisPanel_pauseHint;
	public static String SynthesisPanel_resume;
	public static String SynthesisPanel_step;
	public static String SynthesisPanel_stepHint;
	public static String SynthesisPanel_replay;
	public static String SynthesisPanel_replayHint;
	public static String SynthesisPanel_copy;
	public static String SynthesisPanel_copyHint;
	public static String SynthesisPanel_stop;
	public static String SynthesisPanel_stopHint;
	public static String SynthesisPanel_waiting;
	public static String SynthesisPanel_objective;
	public static String SynthesisPanel_objectiveRank;
	public static String SynthesisPanel_octave;
	public static String SynthesisPanel_speed;
	public static String SynthesisPanel_left;
	public static String SynthesisPanel_done;
	public static String SynthesisPanel_stopped;
	public static String SynthesisPanel_size;
	public static String SynthesisPanel_asPreset;
	public static String SynthesisPanel_differences;

	static {
		initializeMessages("org.starfish.ui.synthesis.editor.messages", Messages.class);
	}
}
