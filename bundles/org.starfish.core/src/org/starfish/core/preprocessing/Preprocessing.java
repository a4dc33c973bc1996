// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.FloatImage;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.Shape;

/**
 * How pixels become network input and back. A pixel p (0 to 255) of channel c becomes
 * {@code (lower + (upper - lower) p / 255 - mean[c]) / deviation[c]}.
 * <p>
 * Size and number of channels are the network's. With one channel the picture's brightness is taken (ITU-R BT.601) and
 * the average of mean and deviation; so every preset also serves gray networks.
 *
 * @param name of the preset, or what else to call it
 * @param order of the colours
 * @param lower what black becomes, before mean and deviation
 * @param upper what white becomes, before mean and deviation; more than {@code lower}
 * @param mean one for all channels, or one a channel, <em>in the network's order</em>
 * @param deviation likewise; above 0
 * @param fit how a picture of another aspect ratio is brought to the network's size
 */
public record Preprocessing(String name, ColorOrder order, double lower, double upper, List<Double> mean,
		List<Double> deviation, Fit fit) {
	/** RGB scaled to 0..1, minus the mean, divided by the deviation of ImageNet's colours; as torchvision's models. */
	public static final Preprocessing IMAGENET_RGB = new Preprocessing("imagenet-rgb", ColorOrder.RGB, 0, 1,
			List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225), Fit.CROP);
	/** BGR 0..255 minus (104, 117, 123), stretched; as the models of Caffe. */
	public static final Preprocessing CAFFE_BGR = new Preprocessing("caffe-bgr", ColorOrder.BGR, 0, 255,
			List.of(104.0, 117.0, 123.0), List.of(1.0), Fit.STRETCH);
	/** BGR 0..255 minus the exact means of the VGG paper; as VGG and the first ResNets in Keras. */
	public static final Preprocessing VGG_BGR = new Preprocessing("vgg-bgr", ColorOrder.BGR, 0, 255,
			List.of(103.939, 116.779, 123.68), List.of(1.0), Fit.CROP);
	/** RGB scaled to 0..1, minus the mean, divided by the deviation of CIFAR-10's colours. */
	public static final Preprocessing CIFAR_RGB = new Preprocessing("cifar-rgb", ColorOrder.RGB, 0, 1,
			List.of(0.4914, 0.4822, 0.4465), List.of(0.2470, 0.2435, 0.2616), Fit.CROP);
	/** RGB scaled to 0..1. */
	public static final Preprocessing ZERO_ONE = plain("zero-one", 0, 1);
	/** RGB scaled to -1..1; as MobileNet, Inception and Xception in TensorFlow. */
	public static final Preprocessing MINUS_ONE_ONE = plain("minus-one-one", -1, 1);
	/** RGB 0..255 as it is; also for networks that normalize inside. */
	public static final Preprocessing RAW = plain("raw", 0, 255);

	private static final Map<String, Preprocessing> PRESETS = listed(IMAGENET_RGB, CAFFE_BGR, VGG_BGR, CIFAR_RGB,
			ZERO_ONE, MINUS_ONE_ONE, RAW);

	public Preprocessing {
		mean = List.copyOf(mean);
		deviation = List.copyOf(deviation);
		if (!(lower < upper) || Double.isInfinite(lower) || Double.isInfinite(upper)) {
			throw new IllegalArgumentException("range " + lower + " to " + upper);
		}
		if (mean.size() != 1 && mean.size() != 3 || !mean.stream().allMatch(Double::isFinite)) {
			throw new IllegalArgumentException("mean " + mean);
		}
		if (deviation.size() != 1 && deviation.size() != 3
				|| !deviation.stream().allMatch(value -> Double.isFinite(value) && value > 0)) {
			throw new IllegalArgumentException("deviation " + deviation);
		}
	}

	private static Preprocessing plain(String name, double lower, double upper) {
		return new Preprocessing(name, ColorOrder.RGB, lower, upper, List.of(0.0), List.of(1.0), Fit.CROP);
	}

	private static Map<String, Preprocessing> listed(Preprocessing... presets) {
		Map<String, Preprocessing> byName = new LinkedHashMap<>();
		for (Preprocessing preset : presets) {
			byName.put(preset.name, preset);
		}
		return Collections.unmodifiableMap(byName);
	}

	/** The presets by name. */
	public static Map<String, Preprocessing> presets() {
		return PRESETS;
	}

	/** The preset of this name. */
	public static Optional<Preprocessing> preset(String name) {
		return Optional.ofNullable(PRESETS.get(name));
	}

	/**
	 * The preprocessing that a user named.
	 *
	 * @param fileOrName a preset, or a JSON file with one (see {@link PreprocessingJson}) or with a model's sidecar
	 * @throws StarfishException if it is neither
	 */
	public static Preprocessing load(String fileOrName) throws StarfishException {
		Optional<Preprocessing> preset = preset(fileOrName);
		if (preset.isPresent()) {
			return preset.get();
		}
		try {
			Path file = Path.of(fileOrName);
			if (Files.exists(file)) {
				return PreprocessingJson.read(file);
			}
		} catch (InvalidPathException e) {
			// Then it is no file either.
		}
		throw new StarfishException("'%s' is neither a preprocessing nor a file; there are: %s.".formatted(fileOrName,
				String.join(", ", PRESETS.keySet())));
	}

	/** The same with another name. */
	public Preprocessing named(String other) {
		return new Preprocessing(other, order, lower, upper, mean, deviation, fit);
	}

	/** The same with another way to bring a picture to the network's size. */
	public Preprocessing fitted(Fit other) {
		return new Preprocessing(name, order, lower, upper, mean, deviation, other);
	}

	/**
	 * What one step of pixel value (of 0 to 255) is, per channel of the network, in the network's units. A parameter
	 * given in pixel units is multiplied by this.
	 */
	public float[] scale(int channels) {
		float[] scale = new float[channels];
		for (int c = 0; c < channels; c++) {
			scale[c] = (float) slope(c, channels);
		}
		return scale;
	}

	/** What black is, per channel of the network: the least that the input of a picture can be. */
	public float[] lower(int channels) {
		float[] bounds = new float[channels];
		for (int c = 0; c < channels; c++) {
			bounds[c] = (float) offset(c, channels);
		}
		return bounds;
	}

	/** What white is, per channel of the network: the most that the input of a picture can be. */
	public float[] upper(int channels) {
		float[] bounds = new float[channels];
		for (int c = 0; c < channels; c++) {
			bounds[c] = (float) (offset(c, channels) + 255 * slope(c, channels));
		}
		return bounds;
	}

	/**
	 * Whether a network with this input can be shown pictures.
	 *
	 * @throws StarfishException if it cannot; says why
	 */
	public static void check(Shape input) throws StarfishException {
		if (input.rank() != 3 || input.channels() != 1 && input.channels() != 3) {
			throw new StarfishException(("The network takes %s numbers, which no picture gives (that has 1 or 3 "
					+ "channels); use a .npy tensor as input.").formatted(input));
		}
	}

	/**
	 * Makes network input of a picture of any size.
	 *
	 * @param input the network's input shape; also another one than the file says, if the network takes it
	 * @return one example {@code [h, w, c]}, channels last
	 * @throws StarfishException if a network of that shape takes no pictures
	 */
	public float[] toInput(RgbImage image, Shape input) throws StarfishException {
		check(input);
		return toInput(image.toFloats(), input.height(), input.width(), input.channels());
	}

	/**
	 * Makes network input of a picture of any size.
	 *
	 * @param image red, green and blue, 0..255, not rounded; values outside are clipped after resizing
	 * @param channels 1 or 3
	 * @return one example {@code [height, width, channels]}
	 */
	public float[] toInput(FloatImage image, int height, int width, int channels) {
		if (image.channels() != 3 || channels != 1 && channels != 3) {
			throw new IllegalArgumentException(image.channels() + " channels to " + channels);
		}
		float[] pixels = Resampler.resize(image, width, height, fit).values();
		float[] scale = scale(channels);
		float[] offset = lower(channels);
		float[] values = new float[Math.multiplyExact(Math.multiplyExact(height, width), channels)];
		for (int i = 0, at = 0; i < pixels.length; i += 3) {
			for (int c = 0; c < channels; c++, at++) {
				float pixel = switch (channels == 1 ? ColorOrder.GRAY : order) {
				case RGB -> pixels[i + c];
				case BGR -> pixels[i + 2 - c];
				case GRAY -> 0.299f * pixels[i] + 0.587f * pixels[i + 1] + 0.114f * pixels[i + 2];
				};
				values[at] = scale[c] * Math.clamp(pixel, 0f, 255f) + offset[c];
			}
		}
		return values;
	}

	/** Turns one example of network input, {@code [h, w, c]}, into a picture; rounded and clipped. */
	public RgbImage toImage(float[] values, Shape input) {
		return toImage(values, input.height(), input.width(), input.channels());
	}

	/**
	 * Turns one example of network input into a picture; rounded and clipped.
	 *
	 * @param values {@code [height, width, channels]}, with 1 or 3 channels
	 */
	public RgbImage toImage(float[] values, int height, int width, int channels) {
		return RgbImage.of(toPixels(values, height, width, channels));
	}

	/**
	 * Turns one example of network input into pixel values that are neither rounded nor clipped.
	 *
	 * @param values {@code [height, width, channels]}, with 1 or 3 channels
	 * @return red, green and blue, or brightness, in 0..255 for what can be shown
	 */
	public FloatImage toPixels(float[] values, int height, int width, int channels) {
		float[] scale = scale(channels);
		float[] offset = lower(channels);
		float[] pixels = new float[values.length];
		boolean swapped = channels == 3 && order == ColorOrder.BGR;
		for (int i = 0; i < values.length; i += channels) {
			for (int c = 0; c < channels; c++) {
				pixels[i + (swapped ? 2 - c : c)] = (values[i + c] - offset[c]) / scale[c];
			}
		}
		return new FloatImage(width, height, channels, pixels);
	}

	private double slope(int channel, int channels) {
		return (upper - lower) / 255 / pick(deviation, channel, channels);
	}

	private double offset(int channel, int channels) {
		return (lower - pick(mean, channel, channels)) / pick(deviation, channel, channels);
	}

	private static double pick(List<Double> values, int channel, int channels) {
		if (values.size() == channels) {
			return values.get(channel);
		}
		return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}
}
