// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.BatchNormalization;

/**
 * The most likely preprocessing of a network whose file does not say. First the habits of the family that the layers'
 * names tell; then what the first batch normalization remembers of the training, which may overrule them.
 *
 * @param preprocessing the guess
 * @param reason why, for the user's eyes, as in {@code most small networks take it}
 * @param founded whether the network itself gives the reason, rather than what most networks take
 */
public record PreprocessingGuess(Preprocessing preprocessing, String reason, boolean founded) {
	/** Worse than this, the memory of the training fits no preprocessing that is known here. */
	private static final double TOLERABLE = 0.5;
	/** Differences below this say nothing. */
	private static final double NOTICEABLE = 0.1;
	private static final int IMAGENET_CLASSES = 1000;
	private static final int SMALL_SIDE = 40;

	/** Habits of families, the more particular ones first. */
	private static final List<Family> FAMILIES = List.of(
			family("EfficientNet or MobileNetV3, which normalize inside", Preprocessing.RAW,
					"(normalization|rescaling)(_\\d+)?"),
			family("Caffe's GoogLeNet", Preprocessing.CAFFE_BGR,
					"conv1/7x7_s2.*|inception_\\d[a-e]/.*|loss3/classifier.*"),
			family("Caffe's AlexNet, VGG or ResNet", Preprocessing.CAFFE_BGR,
					"fc[678](_\\d+)?|conv[1-5]_[1-4]|res[2-5][a-z]_branch[12][abc]|scale_conv1"),
			family("Caffe's SqueezeNet", Preprocessing.CAFFE_BGR, "fire\\d/(squeeze1x1|expand[13]x[13]).*"),
			family("Keras' second ResNet", Preprocessing.MINUS_ONE_ONE, "conv2_block1_preact_(bn|relu)"),
			family("Keras' DenseNet", Preprocessing.IMAGENET_RGB, "conv2_block1_0_bn|pool2_pool"),
			family("Keras' VGG or first ResNet", Preprocessing.VGG_BGR,
					"block1_conv[12]|conv2_block1_1_conv|res2a_branch2a|bn2a_branch2a"),
			family("MobileNet", Preprocessing.MINUS_ONE_ONE, "conv_dw_\\d+|block_\\d+_(expand|depthwise)|bn_Conv1"),
			family("Inception or Xception", Preprocessing.MINUS_ONE_ONE,
					"mixed\\d+|mixed_\\d[ab]|block\\d+_sepconv\\d|separable_conv2d(_\\d+)?"),
			family("NASNet", Preprocessing.MINUS_ONE_ONE, "stem_conv1|normal_add_\\d.*"));

	/** What networks of one family have in common. */
	private record Family(String name, Preprocessing preprocessing, Pattern layers) {
		boolean matches(Network network) {
			// What a small network's author calls conv1_1 says nothing.
			boolean plausible = preprocessing.order() == ColorOrder.RGB
					|| network.inputShape().channels() == 3 && network.inputShape().height() > SMALL_SIDE;
			return plausible && network.layers().stream().anyMatch(layer -> layers.matcher(layer.name()).matches());
		}
	}

	private static Family family(String name, Preprocessing preprocessing, String layers) {
		return new Family(name, preprocessing, Pattern.compile(layers, Pattern.CASE_INSENSITIVE));
	}

	/** Of the values that one of two preprocessings makes of pixels, those that both make; less, and they are different ones. */
	private static final double COMMON = 0.6;

	/** Guesses. Always has an answer. */
	public static PreprocessingGuess of(Network network) {
		PreprocessingGuess habit = fromHabits(network);
		try {
			return InputStatistics.of(network).map(statistics -> checked(habit, statistics)).orElse(habit);
		} catch (RuntimeException e) {
			// Damaged weights are reported when the network is used; listing its layers works without them.
			return habit;
		}
	}

	/** Whether the network itself tells that this is not what it was trained with. */
	public boolean contradicts(Preprocessing other) {
		boolean reversed = preprocessing.order() != other.order() && preprocessing.order() != ColorOrder.GRAY
				&& other.order() != ColorOrder.GRAY;
		return founded && (reversed || common(other) < COMMON);
	}

	/** The smallest share over the channels. */
	private double common(Preprocessing other) {
		double least = 1;
		float[] lower = preprocessing.lower(3);
		float[] upper = preprocessing.upper(3);
		float[] otherLower = other.lower(3);
		float[] otherUpper = other.upper(3);
		for (int c = 0; c < 3; c++) {
			double both = Math.min(upper[c], otherUpper[c]) - Math.max(lower[c], otherLower[c]);
			double any = Math.max(upper[c], otherUpper[c]) - Math.min(lower[c], otherLower[c]);
			least = Math.min(least, both / any);
		}
		return least;
	}

	private static PreprocessingGuess checked(PreprocessingGuess habit, InputStatistics statistics) {
		Preprocessing best = Stream.of(Preprocessing.ZERO_ONE, Preprocessing.MINUS_ONE_ONE, Preprocessing.RAW,
				Preprocessing.IMAGENET_RGB, Preprocessing.CAFFE_BGR)
				.min(Comparator.comparingDouble(statistics::distance)).orElseThrow();
		double least = statistics.distance(best);
		if (least > TOLERABLE || statistics.distance(habit.preprocessing) < least + NOTICEABLE) {
			return habit;
		}
		return new PreprocessingGuess(best, "its first batch normalization was trained with such inputs", true);
	}

	private static PreprocessingGuess fromHabits(Network network) {
		Shape input = network.inputShape();
		String format = network.format().toLowerCase(Locale.ROOT);
		boolean onnx = format.startsWith("onnx");
		boolean small = Math.min(input.height(), input.width()) <= SMALL_SIDE;
		if (normalizesItself(network)) {
			return new PreprocessingGuess(Preprocessing.RAW, "its first layers normalize the pixels", false);
		}
		for (Family family : FAMILIES) {
			if (family.matches(network)) {
				return new PreprocessingGuess(family.preprocessing,
						"its layers are named like those of " + family.name, true);
			}
		}
		if (onnx && input.channels() == 1 && network.layers().stream()
				.anyMatch(layer -> layer.name().matches("(Convolution|Plus|Times)\\d+(_.*)?"))) {
			return new PreprocessingGuess(Preprocessing.RAW,
					"its layers are named by CNTK, whose examples take pixels as they are", true);
		}
		if (input.channels() == 1) {
			return new PreprocessingGuess(Preprocessing.ZERO_ONE, "most networks for gray pictures take it", false);
		}
		if (onnx) {
			return new PreprocessingGuess(Preprocessing.IMAGENET_RGB,
					"most ONNX networks for colour pictures take it", false);
		}
		boolean imagenet = output(network).map(layer -> layer.shape().channels() == IMAGENET_CLASSES).orElse(false);
		if (imagenet && !small) {
			return format.startsWith("keras")
					? new PreprocessingGuess(Preprocessing.MINUS_ONE_ONE, "most Keras networks of 1000 classes take it", false)
					: new PreprocessingGuess(Preprocessing.VGG_BGR, "DL4J's networks of 1000 classes take it", false);
		}
		return new PreprocessingGuess(Preprocessing.ZERO_ONE, "most small networks take it", false);
	}

	private static Optional<Layer> output(Network network) {
		return network.find(network.outputs().get(0));
	}

	private static boolean normalizesItself(Network network) {
		return network.layers().size() > 1 && (network.layers().get(1).operation() instanceof Arithmetic
				|| network.layers().get(1).operation() instanceof BatchNormalization);
	}
}
