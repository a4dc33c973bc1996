// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import org.starfish.core.image.Area;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.Fit;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ReceptiveField;

/**
 * Lays channels over the picture that they answer to: the stronger the answer, the more of its colour and the less of
 * the picture is seen. Each position is drawn at the centre of what it sees, and between positions the answer is
 * interpolated. What the network does not see of the picture is darkened.
 */
public final class Overlay {
	private static final double OPACITY = 0.75;
	private static final double UNSEEN = 0.4;

	private final PreparedInput input;
	private final RgbImage base;
	/** The part that the network sees, in pixels of {@link #base}. */
	private final Area part;

	private Overlay(PreparedInput input, RgbImage base, Area part) {
		this.input = input;
		this.base = base;
		this.part = part;
	}

	/**
	 * Prepares to draw over a picture. Takes a moment for a large one.
	 *
	 * @param width of the drawing in pixels
	 * @param height of the drawing in pixels; the picture is stretched to this size
	 */
	public static Overlay of(PreparedInput input, int width, int height) {
		RgbImage picture = input.picture();
		RgbImage base = Resampler.resize(picture, width, height, Fit.STRETCH);
		Area part = input.part().within(picture.width(), picture.height(), new Area(0, 0, width, height));
		return new Overlay(input, base, part);
	}

	/** The picture alone, what the network does not see of it darkened. */
	public RgbImage picture() {
		byte[] rgb = base.rgb().clone();
		for (int y = 0; y < base.height(); y++) {
			for (int x = 0; x < base.width(); x++) {
				if (!isSeen(x, y)) {
					mix(rgb, 3 * (y * base.width() + x), 0, 1 - UNSEEN);
				}
			}
		}
		return new RgbImage(base.width(), base.height(), rgb);
	}

	/**
	 * Draws one channel over the picture.
	 *
	 * @param activation an answer to this input; one without positions is drawn evenly
	 */
	public RgbImage draw(LayerActivation activation, int channel, Coloring coloring) {
		RgbImage drawing = picture();
		Bounds bounds = coloring.bounds(activation, channel);
		Area seen = new Area(0, 0, input.shape().width(), input.shape().height());
		ReceptiveField field = activation.receptiveField().filter(known -> !known.all()).orElse(null);
		boolean signed = coloring.colormap() == Colormap.DIVERGING;
		for (int y = 0; y < base.height(); y++) {
			double row = (y + 0.5 - part.y()) / part.height() * seen.height();
			for (int x = 0; x < base.width(); x++) {
				if (!isSeen(x, y)) {
					continue;
				}
				double column = (x + 0.5 - part.x()) / part.width() * seen.width();
				double value = field == null
						? interpolated(activation, channel, column / seen.width() * activation.width() - 0.5,
								row / seen.height() * activation.height() - 0.5)
						: interpolated(activation, channel,
								position(column, field.left(), field.width(), field.strideX()),
								position(row, field.top(), field.height(), field.strideY()));
				double shade = coloring.shade(bounds.place((float) value));
				double strength = signed ? Math.abs(2 * shade - 1) : shade;
				mix(drawing.rgb(), 3 * (y * base.width() + x), coloring.colormap().color(shade), OPACITY * strength);
			}
		}
		return drawing;
	}

	private boolean isSeen(int x, int y) {
		return x + 0.5 >= part.x() && x + 0.5 < part.x() + part.width() && y + 0.5 >= part.y()
				&& y + 0.5 < part.y() + part.height();
	}

	/** The position, between positions, whose field has its centre at a pixel of the input. */
	private static double position(double pixel, double first, double size, double stride) {
		return stride > 0 ? (pixel - first - size / 2) / stride : 0;
	}

	private static double interpolated(LayerActivation activation, int channel, double x, double y) {
		double column = Math.clamp(x, 0, activation.width() - 1);
		double row = Math.clamp(y, 0, activation.height() - 1);
		int left = (int) column;
		int top = (int) row;
		int right = Math.min(left + 1, activation.width() - 1);
		int bottom = Math.min(top + 1, activation.height() - 1);
		double across = column - left;
		double down = row - top;
		double upper = (1 - across) * activation.at(channel, left, top) + across * activation.at(channel, right, top);
		double lower = (1 - across) * activation.at(channel, left, bottom)
				+ across * activation.at(channel, right, bottom);
		return (1 - down) * upper + down * lower;
	}

	private static void mix(byte[] rgb, int at, int color, double share) {
		for (int i = 0, shift = 16; i < 3; i++, shift -= 8) {
			double mixed = (1 - share) * (rgb[at + i] & 0xff) + share * (color >> shift & 0xff);
			rgb[at + i] = (byte) Math.round(mixed);
		}
	}
}
