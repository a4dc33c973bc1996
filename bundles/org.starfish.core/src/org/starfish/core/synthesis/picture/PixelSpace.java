// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.picture;

import org.starfish.core.StarfishException;
import org.starfish.core.image.FloatImage;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.ColorOrder;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * The units in which a picture is optimized, whatever range the network takes: pixel units, 255 from black to white, red
 * before green before blue, relative to {@link #center}. All parameters of the method are in these units, so that what was found on a
 * network that takes 0..255 minus a mean holds for one that takes 0..1.
 */
public final class PixelSpace {
	private static final float GRAY = 127.5f;
	/** A zero that lies further outside is the range's edge rather than a mean, and would pull pictures to black or white. */
	private static final float DARKEST_CENTER = 64;
	private static final float BRIGHTEST_CENTER = 191;

	private final int channels;
	private final int networkChannels;
	private final boolean reversed;
	private final float[] scale;
	private final float[] offset;
	private final float[] center;

	/**
	 * @throws StarfishException if the network takes no pictures
	 */
	public PixelSpace(Network network, Preprocessing preprocessing) throws StarfishException {
		Shape input = network.inputShape();
		if (input.rank() != 3 || input.channels() != 1 && input.channels() != 3) {
			throw new StarfishException("%s takes inputs of shape %s, which are no pictures (these have 1 or 3 channels); nothing can be drawn for it."
					.formatted(network.file().getFileName(), input));
		}
		networkChannels = input.channels();
		channels = preprocessing.order() == ColorOrder.GRAY ? 1 : networkChannels;
		reversed = preprocessing.order() == ColorOrder.BGR;
		scale = preprocessing.scale(networkChannels);
		float[] lower = preprocessing.lower(networkChannels);
		offset = new float[networkChannels];
		center = new float[channels];
		for (int c = 0; c < channels; c++) {
			float zero = -lower[networkChannel(c)] / scale[networkChannel(c)];
			center[c] = zero >= DARKEST_CENTER && zero <= BRIGHTEST_CENTER ? zero : GRAY;
		}
		for (int c = 0; c < networkChannels; c++) {
			offset[c] = lower[c] + scale[c] * center[channels == 1 ? 0 : networkChannel(c)];
		}
	}

	/** The number of channels of a picture: 3, or 1 for a network that sees no colours. */
	public int channels() {
		return channels;
	}

	/** The pixel value, 0..255, that is zero in a picture's channel: what the network takes for zero, or else mid-gray. */
	public float center(int channel) {
		return center[channel];
	}

	/** The value of black in a picture's channel. */
	public float black(int channel) {
		return -center[channel];
	}

	/** The value of white in a picture's channel. */
	public float white(int channel) {
		return 255 - center[channel];
	}

	/** The value of mid-gray in a picture's channel. */
	public float gray(int channel) {
		return GRAY - center[channel];
	}

	/**
	 * Writes a view as network input.
	 *
	 * @param input {@code [h, w, network channels]}
	 */
	public void toInput(Picture view, float[] input) {
		float[] values = view.values();
		int pixels = view.height() * view.width();
		if (channels == 3) {
			int first = networkChannel(0);
			int last = networkChannel(2);
			float s0 = scale[first];
			float s1 = scale[1];
			float s2 = scale[last];
			float o0 = offset[first];
			float o1 = offset[1];
			float o2 = offset[last];
			for (int i = 0; i < 3 * pixels; i += 3) {
				input[i + first] = s0 * values[i] + o0;
				input[i + 1] = s1 * values[i + 1] + o1;
				input[i + last] = s2 * values[i + 2] + o2;
			}
			return;
		}
		for (int i = 0; i < pixels; i++) {
			for (int c = 0; c < networkChannels; c++) {
				input[i * networkChannels + c] = scale[c] * values[i] + offset[c];
			}
		}
	}

	/**
	 * Writes a gradient with respect to the network's input as the gradient with respect to the view.
	 *
	 * @param inputGradient {@code [h, w, network channels]}
	 * @param viewGradient of the right size already
	 */
	public void toGradient(float[] inputGradient, Picture viewGradient) {
		float[] values = viewGradient.values();
		int pixels = viewGradient.height() * viewGradient.width();
		if (channels == 3) {
			int first = networkChannel(0);
			int last = networkChannel(2);
			for (int i = 0; i < 3 * pixels; i += 3) {
				values[i] = scale[first] * inputGradient[i + first];
				values[i + 1] = scale[1] * inputGradient[i + 1];
				values[i + 2] = scale[last] * inputGradient[i + last];
			}
			return;
		}
		for (int i = 0; i < pixels; i++) {
			float sum = 0;
			for (int c = 0; c < networkChannels; c++) {
				sum += scale[c] * inputGradient[i * networkChannels + c];
			}
			values[i] = sum;
		}
	}

	/** The picture that these pixels are; brightness only (ITU-R BT.601) if the network sees no colours. */
	public Picture fromPixels(FloatImage rgb) {
		var picture = new Picture(rgb.height(), rgb.width(), channels);
		float[] from = rgb.values();
		float[] to = picture.values();
		for (int i = 0; i < rgb.height() * rgb.width(); i++) {
			if (channels == 3) {
				for (int c = 0; c < 3; c++) {
					to[3 * i + c] = from[3 * i + c] - center[c];
				}
			} else {
				to[i] = 0.299f * from[3 * i] + 0.587f * from[3 * i + 1] + 0.114f * from[3 * i + 2] - center[0];
			}
		}
		return picture;
	}

	/** The picture as pixels 0..255, clipped but not rounded; 1 or 3 channels. */
	public FloatImage toPixels(Picture picture) {
		FloatImage image = picture.toImage();
		float[] values = image.values();
		for (int i = 0; i < values.length; i++) {
			values[i] = Math.clamp(values[i] + center[i % channels], 0f, 255f);
		}
		return image;
	}

	/** The picture as it is shown. */
	public RgbImage toImage(Picture picture) {
		return RgbImage.of(toPixels(picture));
	}

	private int networkChannel(int channel) {
		return reversed && networkChannels == 3 ? 2 - channel : channel;
	}
}
