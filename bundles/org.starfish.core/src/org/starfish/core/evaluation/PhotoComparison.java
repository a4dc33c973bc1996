// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evaluation;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network answers to photos, to compare a synthesized picture with.
 *
 * @param photos those asked about so far, the one with the least value first
 * @param total how many there will be
 */
public record PhotoComparison(List<Photo> photos, int total) {
	/** How many photos are asked about at most. */
	public static final int MOST = 50;

	/**
	 * A photo.
	 *
	 * @param value what {@link Evaluation#reached} is for the synthesized picture; a number
	 */
	public record Photo(Path file, double value) {
	}

	public PhotoComparison {
		photos = photos.stream().sorted(Comparator.comparingDouble(Photo::value)).toList();
	}

	/** At most {@link #MOST} of some files, evenly spread. */
	public static List<Path> chosen(List<Path> files) {
		int count = Math.min(MOST, files.size());
		return IntStream.range(0, count).mapToObj(i -> files.get((int) ((long) i * files.size() / count))).toList();
	}

	/** The photo with the greatest value. */
	public Photo best() {
		return photos.getLast();
	}

	/** The least value. */
	public double minimum() {
		return photos.getFirst().value();
	}

	/** The value in the middle; of an even number, the mean of the two there. */
	public double median() {
		int middle = photos.size() / 2;
		double upper = photos.get(middle).value();
		return photos.size() % 2 == 1 ? upper : (photos.get(middle - 1).value() + upper) / 2;
	}

	/** How many photos have a smaller value. */
	public int below(double value) {
		return (int) photos.stream().filter(photo -> photo.value() < value).count();
	}
}
