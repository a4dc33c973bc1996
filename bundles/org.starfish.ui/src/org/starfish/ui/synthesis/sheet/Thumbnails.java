// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.CoreJob;
import org.starfish.ui.activation.Pixels;

/** The pictures of a sheet in small, read from their files when they are looked at first. For the thread of the user interface. */
final class Thumbnails {
	/** The larger side, in pixels: enough for the usual size on any screen. */
	private static final int SIDE = 320;
	private static final int LEAST_CAPACITY = 256;

	private final Canvas owner;
	private final Consumer<Path> read;
	/** In the order of their last use. */
	private final LinkedHashMap<Path, Image> images = new LinkedHashMap<>(16, 0.75f, true);
	private final Map<Path, String> troubles = new HashMap<>();
	/** Those that may show an earlier state of their file. */
	private final Map<Path, Boolean> stale = new HashMap<>();
	/** Those that are being read, or are on their way to the thread of the user interface. */
	private final Set<Path> arriving = ConcurrentHashMap.newKeySet();
	private final Reading reading;
	private int capacity = LEAST_CAPACITY;

	/**
	 * @param owner the images are disposed with it
	 * @param read told which can be shown now
	 */
	Thumbnails(Canvas owner, Consumer<Path> read) {
		this.owner = owner;
		this.read = read;
		reading = new Reading(owner.getDisplay());
		owner.addDisposeListener(event -> {
			reading.cancel();
			images.values().forEach(Image::dispose);
			images.clear();
		});
	}

	/** A thumbnail, if it is there. */
	Optional<Image> image(Path picture) {
		return Optional.ofNullable(images.get(picture));
	}

	/** Why there is none, in one sentence. */
	Optional<String> trouble(Path picture) {
		return Optional.ofNullable(troubles.get(picture));
	}

	/** Whether a thumbnail has to be read. */
	boolean isMissing(Path picture) {
		return !troubles.containsKey(picture) && (!images.containsKey(picture) || stale.containsKey(picture));
	}

	/** Reads those that are looked at and not there, instead of others that were looked at before. */
	void want(List<Path> pictures, int shown) {
		capacity = Math.max(LEAST_CAPACITY, 2 * shown);
		List<Path> others = pictures.stream().filter(picture -> !arriving.contains(picture)).toList();
		if (!others.isEmpty()) {
			reading.request(others);
		}
	}

	/** Shows a picture that is not in its file yet. */
	void show(Path picture, RgbImage content) {
		put(picture, content);
		stale.put(picture, true);
	}

	private void put(Path picture, RgbImage content) {
		Image former = images.put(picture, new Image(owner.getDisplay(), Pixels.data(content)));
		if (former != null) {
			former.dispose();
		}
		troubles.remove(picture);
		var oldest = images.entrySet().iterator();
		while (images.size() > capacity) {
			oldest.next().getValue().dispose();
			oldest.remove();
		}
	}

	private void later(Display display, Path picture, Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!owner.isDisposed()) {
					arriving.remove(picture);
					work.run();
					read.accept(picture);
				}
			});
		}
	}

	/** Reads what is wanted, one after the other. */
	private final class Reading extends CoreJob {
		private final Display display;
		private final AtomicReference<List<Path>> wanted = new AtomicReference<>(List.of());

		Reading(Display display) {
			super(Messages.Thumbnails_reading, owner);
			this.display = display;
			setSystem(true);
			setPriority(SHORT);
		}

		void request(List<Path> pictures) {
			if (!wanted.getAndSet(pictures).equals(pictures)) {
				schedule();
			}
		}

		@Override
		protected void work(Progress progress) throws StarfishException {
			List<Path> pictures;
			do {
				pictures = wanted.get();
				for (int i = 0; i < pictures.size() && wanted.get() == pictures; i++) {
					progress.report("", 0);
					read(pictures.get(i));
				}
			} while (!wanted.compareAndSet(pictures, List.of()));
		}

		private void read(Path picture) {
			arriving.add(picture);
			try {
				RgbImage image = ImageReader.read(picture);
				double scale = Math.min(1, (double) SIDE / Math.max(image.width(), image.height()));
				RgbImage small = Resampler.resize(image, (int) Math.max(1, Math.round(image.width() * scale)),
						(int) Math.max(1, Math.round(image.height() * scale)), Fit.STRETCH);
				later(display, picture, () -> {
					put(picture, small);
					stale.remove(picture);
				});
			} catch (StarfishException e) {
				later(display, picture, () -> troubles.put(picture, e.getMessage()));
			}
		}

		@Override
		protected void failed(String sentence) {
			// Each picture tells by itself.
		}
	}
}
