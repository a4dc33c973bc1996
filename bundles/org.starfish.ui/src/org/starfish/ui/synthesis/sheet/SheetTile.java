// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.ui.synthesis.SynthesisRun;

/**
 * One picture of a sheet, as it stands now.
 *
 * @param picture where it lies, or will
 * @param label what it shows
 * @param kind what has become of it
 * @param caption how it stands, in a few words
 * @param trouble why there is no picture
 * @param run that draws it, or will
 * @param fraction how much of it is drawn, 0 to 1
 */
record SheetTile(Path picture, String label, Kind kind, String caption, Optional<String> trouble,
		Optional<SynthesisRun> run, double fraction) {
	/** What has become of a picture. */
	enum Kind {
		/** It is in its file, as far as is known. */
		DRAWN,
		/** It grows. */
		RUNNING,
		/** Others come first. */
		WAITING,
		/** There is none. */
		FAILED
	}
}
