// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.Optional;

import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;

/** Looks at a picture every few steps for signs that it does not become what it should. */
final class PictureWatch {
	private static final int EVERY = 16;
	/** Pixel units by which a picture that still grows changes between two looks. */
	private static final double LEAST_CHANGE = 0.01;
	/** Share of the values that lie at black or white in a picture that has lost its shades. */
	private static final double MOST_CLIPPED = 0.5;
	/** Pixel units from black or white within which a value counts as cut off. */
	private static final float MARGIN = 1;

	private final PixelSpace space;
	private final float[] former;
	private int looks;
	private Optional<Diagnosis> last = Optional.empty();

	/**
	 * @param size how many values the picture has
	 */
	PictureWatch(PixelSpace space, int size) {
		this.space = space;
		former = new float[size];
	}

	/** What is wrong with the picture, as of the last look. */
	Optional<Diagnosis> look(Picture picture, Step step) {
		if (step.index() % EVERY == 0) {
			last = looks++ > 0 && change(picture) < LEAST_CHANGE ? Optional.of(Diagnosis.UNCHANGING)
					: clipped(picture) > MOST_CLIPPED ? Optional.of(Diagnosis.CLIPPED) : Optional.empty();
			System.arraycopy(picture.values(), 0, former, 0, former.length);
		}
		return last;
	}

	private double change(Picture picture) {
		float[] values = picture.values();
		double sum = 0;
		for (int i = 0; i < former.length; i++) {
			sum += Math.abs(values[i] - former[i]);
		}
		return sum / former.length;
	}

	private double clipped(Picture picture) {
		float[] values = picture.values();
		int channels = picture.channels();
		int count = 0;
		for (int c = 0; c < channels; c++) {
			float black = space.black(c) + MARGIN;
			float white = space.white(c) - MARGIN;
			for (int i = c; i < former.length; i += channels) {
				count += values[i] < black || values[i] > white ? 1 : 0;
			}
		}
		return (double) count / former.length;
	}
}
