// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;

/**
 * A network with random weights: conv, ReLU, conv, ReLU, global pooling, dense, softmax. The same pixels give the same answer in
 * whatever range it takes them. Also has a unit that no picture wakes ({@code relu1:0}).
 */
public final class SmallNetwork {
	private final Network network;
	private final Preprocessing preprocessing;

	/**
	 * @param channels 1 or 3
	 * @param fixedSize whether it takes pictures of its own size only
	 * @param preprocessing the range that it takes; RGB
	 * @param logitScale factor of the values before the softmax
	 */
	public SmallNetwork(int height, int width, int channels, boolean fixedSize, Preprocessing preprocessing, float logitScale)
			throws StarfishException {
		this.preprocessing = preprocessing;
		var builder = new Network.Builder(Path.of("small.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, height, width, channels));
		// Back to pixels, and from these to -1..1.
		float[] factor = preprocessing.scale(channels);
		float[] shift = preprocessing.lower(channels);
		for (int c = 0; c < channels; c++) {
			factor[c] = 1 / (127.5f * factor[c]);
			shift[c] = -shift[c] * factor[c] - 1;
		}
		int[] shape = { channels, 1, 1 };
		builder.add("factor", new Arithmetic(Elementwise.Function.MULTIPLY, Weights.of(shape, factor), false), "data");
		builder.add("shift", new Arithmetic(Elementwise.Function.ADD, Weights.of(shape, shift), false), "factor");
		float[] bias = new float[8];
		bias[0] = -1000;
		builder.add("conv1", convolution(channels, 8, Weights.of(new int[] { 8 }, bias)), "shift");
		builder.add("relu1", new Activation(Activation.Function.RELU), "conv1");
		builder.add("conv2", convolution(8, 6, Weights.of(new int[] { 6 }, new float[6])), "relu1");
		builder.add("relu2", new Activation(Activation.Function.RELU), "conv2");
		if (fixedSize) {
			builder.add("flat", Reshape.flatten(), "relu2");
			builder.add("fc", dense(6 * height * width, logitScale), "flat");
		} else {
			builder.add("pool", new GlobalPooling(false, true), "relu2");
			builder.add("flat", Reshape.flatten(), "pool");
			builder.add("fc", dense(6, logitScale), "flat");
		}
		builder.add("prob", new Softmax(0, false), "fc");
		network = builder.build("test", List.of("prob"));
	}

	/** For 32 x 24 pixels in colour, 0..1. */
	public static SmallNetwork ordinary() throws StarfishException {
		return new SmallNetwork(24, 32, 3, false, Preprocessing.ZERO_ONE, 1);
	}

	private static Convolution convolution(int in, int out, Weights bias) {
		return new Convolution(weights((float) Math.sqrt(2.0 / (9 * in)), 3, 3, in, out), Optional.of(bias),
				new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.explicit(new int[] { 1, 1 }, new int[] { 1, 1 }), 1);
	}

	private static Dense dense(int in, float scale) {
		return new Dense(weights(scale, in, 5), Optional.of(Weights.of(new int[] { 5 }, new float[5])));
	}

	private static Weights weights(float deviation, int... shape) {
		var random = new Random(Arrays.hashCode(shape));
		float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++) {
			values[i] = deviation * (float) random.nextGaussian();
		}
		return Weights.of(shape, values);
	}

	public Network network() {
		return network;
	}

	/** A recipe for this network. */
	public Recipe recipe(String unit, Parameters parameters, long seed, Recipe.Change... changes) throws StarfishException {
		return new Recipe(new Recipe.FileReference("small.onnx", ""), preprocessing,
				new Target.OfUnit(UnitAddress.parse(unit)), Optional.empty(), "test", parameters, seed, Optional.empty(),
				Optional.empty(), List.of(changes), OptionalInt.empty(), new Recipe.EngineChoice("any", 1), "test");
	}
}
