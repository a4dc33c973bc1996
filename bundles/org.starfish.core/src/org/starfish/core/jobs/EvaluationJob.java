// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.evaluation.CrossCheck;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.core.evaluation.PhotoComparison;
import org.starfish.core.evaluation.PictureEvaluator;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * Evaluates a picture: what its network answers, what other open networks answer that know the class, and
 * what photos reach. While a picture grows, only the first, at intervals.
 */
public final class EvaluationJob extends CoreJob {
	/** Finds photos, on the job's thread. */
	@FunctionalInterface
	public interface Photos {
		/** Files to compare a picture with; none if there are none. */
		List<Path> files() throws StarfishException;
	}

	/** The least time between two passes while a picture grows, in milliseconds. */
	private static final long INTERVAL = 2000;
	/** Passes take at most the 100th part of the time while a picture grows. */
	private static final int SHARE = 100;
	private static final long NANOSECONDS = 1_000_000;

	private final OpenNetworks networks;
	private final Path model;
	private final Recipe recipe;
	private final Supplier<Optional<RgbImage>> picture;
	private final boolean growing;
	private final Photos photos;
	private final EvaluationListener listener;
	/** The picture that was asked about last; read and written on the job's thread only. */
	private RgbImage last;
	private volatile boolean ended;

	private EvaluationJob(String name, Object owner, OpenNetworks networks, Path model, Recipe recipe,
			Supplier<Optional<RgbImage>> picture, boolean growing, Photos photos, EvaluationListener listener) {
		super(name, owner);
		this.networks = networks;
		this.model = model;
		this.recipe = recipe;
		this.picture = picture;
		this.growing = growing;
		this.photos = photos;
		this.listener = listener;
		setSystem(growing);
		setPriority(growing ? DECORATE : LONG);
	}

	/**
	 * Asks about a picture that is done.
	 *
	 * @param name for the user's eyes
	 * @param owner the part that wants it; see {@link CoreJob}
	 * @param photos to compare it with; at most {@link PhotoComparison#MOST} are read, those that cannot be are left out
	 */
	public static EvaluationJob of(String name, Object owner, OpenNetworks networks, Path model, Recipe recipe,
			RgbImage picture, Photos photos, EvaluationListener listener) {
		return new EvaluationJob(name, owner, networks, model, recipe, () -> Optional.of(picture), false, photos, listener);
	}

	/**
	 * Asks about a picture that grows, again and again until the job is cancelled or the picture does not come any more.
	 *
	 * @param picture the newest one; empty when it has stopped growing
	 */
	public static EvaluationJob growing(String name, Object owner, OpenNetworks networks, Path model, Recipe recipe,
			Supplier<Optional<RgbImage>> picture, EvaluationListener listener) {
		return new EvaluationJob(name, owner, networks, model, recipe, picture, true, List::of, listener);
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		Optional<RgbImage> shown = picture.get();
		if (shown.isEmpty()) {
			return;
		}
		try (OpenNetwork open = networks.open(model, progress)) {
			var evaluator = new PictureEvaluator(open, recipe);
			if (growing) {
				evaluateAgain(evaluator, shown.get(), progress);
				return;
			}
			listener.evaluated(evaluator.evaluate(shown.get(), progress));
			listener.crossChecked(crossChecks(evaluator, shown.get(), progress));
			compare(evaluator, progress);
		}
	}

	/** Of a picture that is held nothing new can be said. */
	private void evaluateAgain(PictureEvaluator evaluator, RgbImage shown, Progress progress) throws StarfishException {
		long taken = 0;
		if (shown != last) {
			last = shown;
			Evaluation evaluation = evaluator.evaluate(shown, progress);
			listener.evaluated(evaluation);
			taken = evaluation.nanoseconds() / NANOSECONDS;
		}
		schedule(Math.max(INTERVAL, SHARE * taken));
	}

	private List<CrossCheck> crossChecks(PictureEvaluator evaluator, RgbImage shown, Progress progress) throws StarfishException {
		List<CrossCheck> crossChecks = new ArrayList<>();
		Optional<String> label = evaluator.label();
		if (label.isEmpty()) {
			return crossChecks;
		}
		for (Path file : networks.files()) {
			if (isModel(file)) {
				continue;
			}
			try (OpenNetwork other = networks.open(file, progress)) {
				CrossCheck.of(other, label.get(), shown, progress).ifPresent(crossChecks::add);
			} catch (StarfishException e) {
				// It is said where that network is looked at; here the others count.
				continue;
			}
		}
		return crossChecks;
	}

	private boolean isModel(Path file) {
		try {
			return Files.isSameFile(file, model);
		} catch (IOException e) {
			// It has just been deleted.
			return false;
		}
	}

	private void compare(PictureEvaluator evaluator, Progress progress) throws StarfishException {
		List<Path> chosen = PhotoComparison.chosen(photos.files());
		List<PhotoComparison.Photo> values = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++) {
			progress.report(chosen.get(i).getFileName().toString(), (double) i / chosen.size());
			Optional<RgbImage> photo = read(chosen.get(i));
			if (photo.isPresent()) {
				double value = evaluator.value(photo.get(), progress);
				if (Double.isFinite(value)) {
					values.add(new PhotoComparison.Photo(chosen.get(i), value));
					listener.compared(new PhotoComparison(values, chosen.size()));
				}
			}
		}
	}

	private static Optional<RgbImage> read(Path photo) {
		try {
			return Optional.of(ImageReader.read(photo));
		} catch (StarfishException e) {
			// One of many, of which the user has not asked for any by name.
			return Optional.empty();
		}
	}

	@Override
	protected void canceling() {
		ended = true;
	}

	/** Not once more if it is cancelled while it asks. */
	@Override
	public boolean shouldSchedule() {
		return !ended;
	}

	@Override
	protected void failed(String sentence) {
		listener.failed(sentence);
	}
}
