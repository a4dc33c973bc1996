// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * Looks back at an ascent: pictures of some of its steps, evenly spread, and a few checkpoints from which variants are drawn.
 * Filled by the ascent's thread and read by others. Takes some 20 MB for a picture of 224 pixels, never more than 150 MB.
 */
public final class Film {
	/** How many pictures there are at most. */
	public static final int MOST = 64;
	/** Pixels each way of the pictures at most. */
	private static final int SIDE = 512;
	private static final int STILLS_A_CHECKPOINT = 8;

	private final List<Still> stills = new ArrayList<>();
	private final List<Checkpoint> checkpoints = new ArrayList<>();
	/** Every how many steps a picture is kept; doubles when there are too many. */
	private int every = 1;

	/**
	 * The picture after a step.
	 *
	 * @param step how many steps had been taken
	 * @param octave which one, from 1
	 * @param score the objective's value before the step
	 * @param rank of the unit in its layer, from 1; 0 where there is nothing to compare with
	 * @param picture of the octave's size; smaller if that is above 512 pixels
	 */
	public record Still(int step, int octave, double score, int rank, RgbImage picture) {
	}

	/** A step was taken. Its picture is asked for only if it is kept. */
	public synchronized void add(Frame frame) {
		if (!isKept(frame.step(), frame.total())) {
			return;
		}
		RgbImage picture = frame.picture().get();
		stills.add(new Still(frame.step(), frame.octave(), frame.score(), frame.rank(), reduced(picture)));
		boolean small = (long) picture.width() * picture.height() <= (long) SIDE * SIDE;
		if (small && frame.step() % (every * STILLS_A_CHECKPOINT) == 0) {
			checkpoints.add(frame.checkpoint().get());
		}
		if (stills.size() > MOST) {
			every *= 2;
			stills.removeIf(still -> !isKept(still.step(), frame.total()));
			checkpoints.removeIf(checkpoint -> checkpoint.step() % (every * STILLS_A_CHECKPOINT) != 0);
		}
	}

	private boolean isKept(int step, int total) {
		return step % every == 0 || step == 1 || step == total;
	}

	private static RgbImage reduced(RgbImage picture) {
		double factor = (double) SIDE / Math.max(picture.width(), picture.height());
		if (factor >= 1) {
			return picture;
		}
		int width = (int) Math.max(1, Math.round(picture.width() * factor));
		int height = (int) Math.max(1, Math.round(picture.height() * factor));
		return RgbImage.of(Resampler.resize(picture.toFloats(), width, height, Fit.STRETCH));
	}

	/** The pictures kept so far, in the order of their steps. */
	public synchronized List<Still> stills() {
		return List.copyOf(stills);
	}

	/**
	 * Where the ascent to a variant begins: as late as a checkpoint allows.
	 *
	 * @param recipe that the film shows, with its changes
	 * @param step how many steps the two have in common
	 * @param values of live parameters, from there on
	 * @throws StarfishException if a parameter is not live, or does not take that value
	 */
	public synchronized Checkpoint branch(Recipe recipe, int step, Map<Parameter, Object> values)
			throws StarfishException {
		Recipe branch = recipe.branch(step, values);
		for (Checkpoint checkpoint : checkpoints.reversed()) {
			if (checkpoint.step() <= step) {
				return checkpoint.leadingTo(branch);
			}
		}
		return Checkpoint.begin(branch);
	}
}
