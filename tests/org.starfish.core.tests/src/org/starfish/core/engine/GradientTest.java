// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.DepthToSpace;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.GroupNormalization;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.LayerNormalization;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.ParametricRelu;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reduction;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Slice;
import org.starfish.core.network.operation.Softmax;
import org.starfish.core.network.operation.TransposedConvolution;
import org.starfish.core.network.operation.Transpose;

/** Compares the gradient of every operation with finite differences, and checks what plans promise. */
class GradientTest {
	private static final Shape FIRST = Shape.image(ChannelOrder.FIRST, 7, 6, 4);
	private static final Shape LAST = Shape.image(ChannelOrder.LAST, 7, 6, 4);
	private static final Shape SEQUENCE = Shape.sequence(ChannelOrder.FIRST, 9, 4);
	private static final float STEP = 1e-2f;

	private static Weights weights(int... shape) {
		var random = new Random(Arrays.hashCode(shape));
		float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) (random.nextGaussian() * 0.4);
		}
		return Weights.of(shape, values);
	}

	private static Weights positive(int length) {
		float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = 0.5f + 0.3f * i;
		}
		return Weights.of(new int[] { length }, values);
	}

	private static Padding pad(int top, int left, int bottom, int right) {
		return Padding.explicit(new int[] { top, left }, new int[] { bottom, right });
	}

	private static Convolution convolution(int kernel, int stride, int dilation, int groups, Padding padding) {
		return new Convolution(weights(kernel, kernel, 4 / groups, 8), Optional.of(weights(8)),
				new int[] { stride, stride }, new int[] { dilation, dilation }, padding, groups);
	}

	private static Pooling pooling(Pooling.Function function, int stride, Padding padding, boolean ceil, boolean count) {
		return new Pooling(function, new int[] { 3, 3 }, new int[] { stride, stride }, new int[] { 1, 1 }, padding, ceil,
				count, 2);
	}

	static Stream<Arguments> operations() {
		List<Arguments> cases = new ArrayList<>();
		for (Shape shape : List.of(FIRST, LAST)) {
			boolean first = shape == FIRST;
			int channelAxis = shape.channelAxis();
			for (Operation operation : List.<Operation>of(convolution(3, 1, 1, 1, pad(1, 1, 1, 1)),
					convolution(3, 1, 1, 1, pad(0, 0, 0, 0)), convolution(3, 2, 1, 1, pad(1, 1, 1, 1)),
					convolution(3, 2, 1, 1, Padding.SAME), convolution(2, 1, 1, 1, Padding.SAME),
					convolution(3, 1, 2, 1, pad(2, 2, 2, 2)), convolution(3, 2, 1, 2, pad(1, 0, 0, 1)),
					convolution(3, 1, 1, 4, pad(1, 1, 1, 1)), convolution(1, 1, 1, 1, Padding.none(2)),
					convolution(1, 2, 1, 1, Padding.none(2)),
					new Convolution(weights(3, 3, 1, 4), Optional.empty(), new int[] { 2, 1 }, new int[] { 1, 2 },
							pad(1, 2, 1, 2), 4),
					new TransposedConvolution(weights(3, 3, 5, 4), Optional.of(weights(5)), new int[] { 2, 2 },
							new int[] { 1, 1 }, pad(1, 0, 0, 1), new int[] { 1, 0 }, 1),
					new TransposedConvolution(weights(2, 2, 3, 4), Optional.empty(), new int[] { 2, 2 },
							new int[] { 1, 1 }, Padding.SAME, new int[] { 0, 0 }, 2),
					pooling(Pooling.Function.MAXIMUM, 2, Padding.none(2), true, false),
					pooling(Pooling.Function.MAXIMUM, 1, pad(1, 1, 1, 1), false, false),
					pooling(Pooling.Function.AVERAGE, 2, pad(1, 1, 1, 1), true, true),
					pooling(Pooling.Function.AVERAGE, 2, Padding.SAME, false, false),
					pooling(Pooling.Function.SUM, 2, Padding.none(2), false, false),
					pooling(Pooling.Function.NORM, 2, Padding.none(2), false, false), new GlobalPooling(true, true),
					new GlobalPooling(false, false), new Reduction(Reduction.Function.NORM2, new int[] { 1 }, true),
					new Reduction(Reduction.Function.MEAN, new int[] { 0, 2 }, false),
					new Reduction(Reduction.Function.MINIMUM, new int[] { 0 }, false),
					new BatchNormalization(positive(4), weights(4), weights(4), positive(4), 1e-3f),
					new GroupNormalization(2, 1e-3f, Optional.of(positive(4)), Optional.of(weights(4))),
					new GroupNormalization(0, 1e-3f, Optional.empty(), Optional.empty()),
					new LayerNormalization(new int[] { channelAxis }, 1e-3f, Optional.of(positive(4)), Optional.empty()),
					new LocalResponseNormalization(3, 0.9f, 0.75f, 1), new LocalResponseNormalization(4, 0.5f, 0.6f, 2),
					new ParametricRelu(first ? weights(4, 1, 1) : weights(1, 1, 4)), new Softmax(channelAxis, false),
					new Softmax(1, true),
					new Arithmetic(Elementwise.Function.MULTIPLY, first ? weights(4, 1, 1) : weights(1, 1, 4), false),
					new Arithmetic(Elementwise.Function.SUBTRACT, weights(1, 1, 1), true), Reshape.flatten(),
					new Reshape("Reshape", new int[] { 2, -1, 6 }, shape.order()),
					new Transpose(new int[] { 1, 2, 0 }, ChannelOrder.LAST), new Transpose(new int[] { 2, 0, 1 }, shape.order()),
					new Pad(Pad.Mode.CONSTANT, new int[] { 1, 0, 2 }, new int[] { 0, 1, 1 }, 0.5f),
					new Pad(Pad.Mode.REFLECT, new int[] { 1, 2, 0 }, new int[] { 0, 1, 1 }, 0),
					new Pad(Pad.Mode.EDGE, new int[] { 0, 2, 1 }, new int[] { 0, 1, 1 }, 0),
					new Slice("Slice", new int[] { 1, -5, 0 }, new int[] { 3, Slice.END, -1 }, new int[] { 1, 2, 1 }),
					new Resize("Resize", Resize.Interpolation.LINEAR, Resize.Coordinates.HALF_PIXEL,
							new double[] { 2, 1.5 }, new int[0]),
					new Resize("Resize", Resize.Interpolation.LINEAR, Resize.Coordinates.ALIGN_CORNERS, new double[0],
							new int[] { 4, 9 }),
					new Resize("Resize", Resize.Interpolation.NEAREST, Resize.Coordinates.ASYMMETRIC,
							new double[] { 2, 2 }, new int[0]),
					new DepthToSpace(2, true, false), new DepthToSpace(2, false, false), new Identity("Dropout"),
					new Elementwise(Elementwise.Function.MULTIPLY), new Elementwise(Elementwise.Function.MAXIMUM),
					new Elementwise(Elementwise.Function.AVERAGE), new Concatenation(channelAxis), new Concatenation(1))) {
				cases.add(Arguments.of(operation.kind() + " " + shape.order(), operation, shape));
			}
		}
		for (Activation.Function function : Activation.Function.values()) {
			cases.add(Arguments.of(function.name(), new Activation(function, 0.7f, 1.3f), LAST));
		}
		cases.add(Arguments.of("Dense", new Dense(weights(4, 5), Optional.of(weights(5))), LAST));
		cases.add(Arguments.of("Convolution 1-D", new Convolution(weights(3, 4, 6), Optional.empty(), new int[] { 2 },
				new int[] { 1 }, Padding.explicit(new int[] { 2 }, new int[] { 0 }), 1), SEQUENCE));
		return cases.stream();
	}

	/** input, shifted into what every function can take, then the operation, on two branches where it joins. */
	private static Network network(Operation operation, Shape shape) throws StarfishException {
		var builder = new Network.Builder(Path.of("test"));
		builder.input("input", shape);
		int[] ones = new int[shape.rank()];
		Arrays.fill(ones, 1);
		boolean joins = operation instanceof Elementwise || operation instanceof Concatenation;
		if (joins) {
			builder.add("other", new Arithmetic(Elementwise.Function.MULTIPLY, Weights.of(ones, 0.7f), false), "input");
			builder.add("third", new Activation(Activation.Function.SIGMOID), "input");
			builder.add("layer", operation, "other", "third");
		} else {
			builder.add("layer", operation, "input");
		}
		return builder.build("test", List.of("layer"));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("operations")
	void gradientsAreTheSlopes(String name, Operation operation, Shape shape) throws StarfishException {
		Network network = network(operation, shape);
		Layer layer = network.layer("layer");
		int batch = 2;
		var random = new Random(7);
		float[] input = new float[batch * (int) shape.size()];
		List<Integer> levels = new ArrayList<>(IntStream.range(0, input.length / batch).boxed().toList());
		Collections.shuffle(levels, random);
		for (int i = 0; i < input.length; i++) {
			// Kinks of the piecewise functions and ties of maxima stay more than two steps away.
			input[i] = 0.25f + 0.03f * (levels.get(i % levels.size()) + 0.5f);
		}
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(layer), shape, batch, true))) {
			float[] seed = new float[batch * (int) plan.shape(layer).size()];
			for (int i = 0; i < seed.length; i++) {
				seed[i] = (float) random.nextGaussian();
			}
			plan.forward(input);
			float[] gradient = new float[input.length];
			plan.gradient(Map.of(layer, seed), ReluGradient.TRUE, gradient);
			double worst = 0;
			double norm = 0;
			int wrong = 0;
			for (int i = 0; i < input.length; i += 3) {
				double slope = (score(plan, layer, seed, input, i, STEP) - score(plan, layer, seed, input, i, -STEP))
						/ (2 * STEP);
				norm = Math.max(norm, Math.abs(slope));
				double difference = Math.abs(slope - gradient[i]);
				worst = Math.max(worst, difference);
				wrong += difference > 0.03 * (1 + Math.abs(slope)) ? 1 : 0;
			}
			assertTrue(wrong <= input.length / 50, "%d wrong, worst %g of %g".formatted(wrong, worst, norm));
		}
	}

	private static double score(Plan plan, Layer layer, float[] seed, float[] input, int i, float step)
			throws StarfishException {
		float[] moved = input.clone();
		moved[i] += step;
		plan.forward(moved);
		float[] values = plan.activation(layer);
		double score = 0;
		for (int k = 0; k < values.length; k++) {
			score += (double) values[k] * seed[k];
		}
		return score;
	}

	/** Convolution, batch normalization, ReLU: the first two are computed as one unless someone looks between. */
	private static Network folding() throws StarfishException {
		var builder = new Network.Builder(Path.of("test"));
		builder.input("input", FIRST);
		builder.add("conv", convolution(3, 1, 1, 1, pad(1, 1, 1, 1)), "input");
		builder.add("norm", new BatchNormalization(positive(8), weights(8), weights(8), positive(8), 1e-3f), "conv");
		builder.add("relu", new Activation(Activation.Function.RELU), "norm");
		return builder.build("test", List.of("relu"));
	}

	private static float[] noise(int length, long seed) {
		var random = new Random(seed);
		float[] values = new float[length];
		for (int i = 0; i < length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	@Test
	void lookingBetweenFoldedLayersChangesNothing() throws StarfishException {
		Network network = folding();
		Layer relu = network.layer("relu");
		float[] input = noise((int) FIRST.size(), 1);
		try (Plan folded = Engine.compile(network, new PlanRequest(Set.of(relu), FIRST, 1, false));
				Plan open = Engine.compile(network,
						new PlanRequest(Set.of(relu, network.layer("conv")), FIRST, 1, false))) {
			folded.forward(input);
			open.forward(input);
			assertArrayEquals(open.activation(relu), folded.activation(relu), 1e-5f);
			assertThrows(IllegalArgumentException.class, () -> folded.activation(network.layer("conv")));
		}
	}

	@ParameterizedTest
	@CsvSource({ "3, 2, 0, 1, 0", "3, 1, 1, 1, 0", "5, 2, 2, 1, 0", "1, 1, 1, 0, 0", "3, 2, 1, 0, 0.5" })
	void paddingBeforeAConvolutionIsDoneByItsWindows(int kernel, int stride, int begin, int end, float value)
			throws StarfishException {
		var builder = new Network.Builder(Path.of("test"));
		builder.input("input", FIRST);
		Layer pad = builder.add("pad",
				new Pad(Pad.Mode.CONSTANT, new int[] { 0, begin, begin }, new int[] { 0, end, end }, value), "input");
		Layer conv = builder.add("conv", convolution(kernel, stride, 1, 1, Padding.none(2)), "pad");
		Network network = builder.build("test", List.of("conv"));
		float[] input = noise((int) FIRST.size(), 1);
		try (Plan fused = Engine.compile(network, new PlanRequest(Set.of(conv), FIRST, 1, true));
				Plan open = Engine.compile(network, new PlanRequest(Set.of(pad, conv), FIRST, 1, true))) {
			fused.forward(input);
			open.forward(input);
			assertArrayEquals(open.activation(conv), fused.activation(conv), 1e-4f);
			float[] seed = noise(open.activation(conv).length, 2);
			float[] expected = new float[input.length];
			float[] actual = new float[input.length];
			open.gradient(Map.of(conv, seed), ReluGradient.TRUE, expected);
			fused.gradient(Map.of(conv, seed), ReluGradient.TRUE, actual);
			assertArrayEquals(expected, actual, 1e-4f);
			boolean expectsFusion = value == 0 && begin < kernel;
			assertEquals(expectsFusion ? 1 : 2, fused.layerTimes().size());
		}
	}

	@Test
	void aBatchIsItsExamplesAndRunsAreRepeatable() throws StarfishException {
		Network network = folding();
		Layer relu = network.layer("relu");
		int size = (int) FIRST.size();
		float[] input = noise(3 * size, 2);
		try (Plan three = Engine.compile(network, new PlanRequest(Set.of(relu), FIRST, 3, false));
				Plan one = Engine.compile(network, new PlanRequest(Set.of(relu), FIRST, 1, false))) {
			three.forward(input);
			float[] all = three.activation(relu);
			three.forward(input);
			assertArrayEquals(all, three.activation(relu));
			for (int n = 0; n < 3; n++) {
				one.forward(Arrays.copyOfRange(input, n * size, (n + 1) * size));
				float[] single = one.activation(relu);
				assertArrayEquals(Arrays.copyOfRange(all, n * single.length, (n + 1) * single.length), single, 1e-5f);
			}
		}
	}

	@Test
	void otherPictureSizesRunWhereTheLayersTakeThem() throws StarfishException {
		Network network = folding();
		Layer relu = network.layer("relu");
		Shape larger = Shape.image(ChannelOrder.FIRST, 11, 9, 4);
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(relu), larger, 1, true))) {
			assertEquals("8x11x9", plan.shape(relu).toString());
			assertThrows(IllegalStateException.class,
					() -> plan.gradient(Map.of(), ReluGradient.TRUE, new float[(int) larger.size()]));
		}
	}

	@Test
	void aClosedRectifierPassesWhatOpensItWhenRedirected() throws StarfishException {
		var builder = new Network.Builder(Path.of("test"));
		builder.input("input", Shape.vector(3));
		Layer relu = builder.add("relu", new Activation(Activation.Function.RELU), "input");
		Network network = builder.build("test", List.of("relu"));
		float[] gradient = new float[3];
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(relu), Shape.vector(3), 1, true))) {
			plan.forward(new float[] { -1, -2, -3 });
			plan.gradient(Map.of(relu, new float[] { 1, -1, 2 }), ReluGradient.TRUE, gradient);
			// Zeros of either sign will do.
			assertArrayEquals(new float[3], gradient, Float.MIN_VALUE);
			plan.gradient(Map.of(relu, new float[] { 1, -1, 2 }), ReluGradient.REDIRECTED, gradient);
			assertArrayEquals(new float[] { 1, 0, 2 }, gradient);
			plan.forward(new float[] { -1, 2, -3 });
			plan.gradient(Map.of(relu, new float[] { 1, -1, 2 }), ReluGradient.REDIRECTED, gradient);
			assertArrayEquals(new float[] { 0, -1, 0 }, gradient);
		}
	}
}
