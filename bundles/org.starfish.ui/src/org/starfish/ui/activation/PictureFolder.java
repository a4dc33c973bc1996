// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;

/** The pictures in the folder of the one that a session shows, to go from one to the next. On the UI thread. */
final class PictureFolder {
	private final ModelSession session;
	private final Executor ui;
	private final Runnable changed;
	private List<Path> pictures = List.of();
	private Path shown;

	/**
	 * @param ui runs things on the UI thread
	 * @param changed told when there are other pictures, or another one is shown
	 */
	PictureFolder(ModelSession session, Executor ui, Runnable changed) {
		this.session = session;
		this.ui = ui;
		this.changed = changed;
	}

	/** The session shows another picture, perhaps: finds those beside it. */
	void refresh() {
		Path now = session.picture().flatMap(ShownPicture::file).map(Path::toAbsolutePath).orElse(null);
		if (now == null || !now.equals(shown)) {
			shown = now;
			if (now == null) {
				pictures = List.of();
			} else {
				// Files come and go, so it is looked at again also where the folder is the same.
				new FolderJob(session.owner(), now, (picture, found) -> ui.execute(() -> found(picture, found))).schedule();
			}
			changed.run();
		}
	}

	private void found(Path picture, List<Path> found) {
		if (picture.equals(shown)) {
			pictures = found;
			changed.run();
		}
	}

	/** How many pictures there are; 0 if the shown one lies in no folder. */
	int count() {
		return pictures.size();
	}

	/** The place of the shown picture among them, from 0; -1 if it is not. */
	int place() {
		return shown == null ? -1 : pictures.indexOf(shown);
	}

	/**
	 * Shows another picture of the folder; behind the last comes the first.
	 *
	 * @param step 1 for the next one, -1 for the one before
	 */
	void go(int step) {
		if (place() >= 0 && pictures.size() > 1) {
			session.show(ShownPicture.of(pictures.get(Math.floorMod(place() + step, pictures.size()))));
		}
	}
}
