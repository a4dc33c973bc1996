// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;

/** Writes what is counted and measured in a network, short enough for a column. */
public final class Quantity {
	private static final String[] PREFIXES = { "", " k", " M", " G", " T" };

	private Quantity() {
	}

	/** A count to two or three digits, as in {@code 449 k} or {@code 7.0 M}. */
	public static String count(long number) {
		double value = number;
		int prefix = 0;
		while (value >= 999.5 && prefix < PREFIXES.length - 1) {
			value /= 1000;
			prefix++;
		}
		return String.format(prefix > 0 && value < 9.95 ? "%.1f%s" : "%.0f%s", value, PREFIXES[prefix]);
	}

	/** A share, as in {@code 6.1 %}; nothing if there is none. */
	public static String share(double share) {
		if (share == 0) {
			return "";
		}
		return share < 0.0005 ? NLS.bind(Messages.Quantity_lessThan, String.format("%.1f %%", 0.1))
				: String.format("%.1f %%", 100 * share);
	}

	/** A shape as channels and positions, as in {@code 512 · 14²}, {@code 3 · 96×112} or {@code 1000}. */
	public static String shape(Shape shape) {
		return shape.isSpatial() ? shape.channels() + " \u00b7 " + positions(shape, "\u00d7") : Long.toString(shape.size());
	}

	/** A shape in words, as in {@code 512 channels, 14 x 14}. */
	public static String shapeInWords(Shape shape) {
		return shape.isSpatial()
				? NLS.bind(Messages.Quantity_channels, shape.channels(),
						IntStream.of(shape.spatial()).mapToObj(Integer::toString).collect(Collectors.joining(" \u00d7 ")))
				: NLS.bind(Messages.Quantity_values, shape.size());
	}

	/** What a position sees of the picture, as in {@code 299 px}. */
	public static String field(ReceptiveField field) {
		if (field.all()) {
			return Messages.Quantity_all;
		}
		long height = Math.round(field.height());
		long width = Math.round(field.width());
		return NLS.bind(Messages.Quantity_pixels, height == width ? height : height + " \u00d7 " + width);
	}

	/** The same with the step from one position to the next, as in {@code 299 px, stride 16}. */
	public static String fieldAndStride(ReceptiveField field) {
		if (field.all()) {
			return Messages.Quantity_all;
		}
		String stride = field.strideX() == field.strideY() ? number(field.strideX())
				: number(field.strideY()) + " \u00d7 " + number(field.strideX());
		return NLS.bind(Messages.Quantity_stride, field(field), stride);
	}

	private static String positions(Shape shape, String times) {
		int[] spatial = shape.spatial();
		return spatial.length == 2 && spatial[0] == spatial[1] ? spatial[0] + "\u00b2"
				: IntStream.of(spatial).mapToObj(Integer::toString).collect(Collectors.joining(times));
	}

	private static String number(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : String.format("%.1f", value);
	}
}
