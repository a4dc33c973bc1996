// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress.Position;
import org.starfish.core.network.operation.Input;
import org.starfish.core.synthesis.objective.ChannelUnit;
import org.starfish.core.synthesis.objective.Diversity;
import org.starfish.core.synthesis.objective.GramMatrix;
import org.starfish.core.synthesis.objective.LayerNorm;
import org.starfish.core.synthesis.objective.LayerValues;
import org.starfish.core.synthesis.objective.Negated;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.objective.SoftmaxUnit;
import org.starfish.core.synthesis.objective.WeightedUnits;
import org.starfish.core.synthesis.objective.WeightedUnits.WeightedUnit;
import org.starfish.core.synthesis.parameterization.DecorrelatedColor;
import org.starfish.core.synthesis.parameterization.FourierImage;
import org.starfish.core.synthesis.parameterization.Linear;
import org.starfish.core.synthesis.parameterization.Parameterization;
import org.starfish.core.synthesis.parameterization.PhaseImage;
import org.starfish.core.synthesis.parameterization.PixelImage;
import org.starfish.core.synthesis.parameterization.Sigmoid;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.Step;
import org.starfish.core.synthesis.regularizer.Contrast;
import org.starfish.core.synthesis.regularizer.Penalty;
import org.starfish.core.synthesis.regularizer.TotalVariation;
import org.starfish.core.synthesis.transform.Composed;
import org.starfish.core.synthesis.transform.Crop;
import org.starfish.core.synthesis.transform.Jitter;
import org.starfish.core.synthesis.transform.Mirror;
import org.starfish.core.synthesis.transform.Noise;
import org.starfish.core.synthesis.transform.Pad;
import org.starfish.core.synthesis.transform.Resize;
import org.starfish.core.synthesis.transform.Roll;
import org.starfish.core.synthesis.transform.Rotate;
import org.starfish.core.synthesis.transform.Scale;
import org.starfish.core.synthesis.transform.Transform;

/**
 * Compares the gradient of every part of the synthesis with finite differences, along random directions. For the parts that are
 * affine, any step is exact, and the comparison says that the way back is the adjoint of the way there.
 */
class SynthesisGradientTest {
	private static final int DIRECTIONS = 8;

	/** A function of many numbers, and its gradient as the part under test works it out. */
	private interface Function {
		double value(float[] at);

		/** At the last {@link #value}. */
		float[] gradient(float[] at);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource({ "objectives", "penalties", "parameterizations", "transforms" })
	void gradientsAgreeWithFiniteDifferences(String name, Function function, float[] at, float step) {
		function.value(at);
		float[] gradient = function.gradient(at);
		double norm = 0;
		for (float g : gradient) {
			norm += g * (double) g;
		}
		assertTrue(norm > 0, "no gradient at all");
		var random = new Random(5);
		for (int i = 0; i < DIRECTIONS; i++) {
			float[] direction = normal(random, at.length, 1);
			double expected = (function.value(moved(at, direction, step)) - function.value(moved(at, direction, -step)))
					/ (2.0 * step);
			double actual = 0;
			for (int j = 0; j < at.length; j++) {
				actual += gradient[j] * (double) direction[j];
			}
			assertEquals(expected, actual, 3e-3 * Math.sqrt(norm), "along direction " + i);
		}
	}

	static Stream<Arguments> objectives() {
		Layer map = layer("map", Shape.image(ChannelOrder.FIRST, 6, 4, 5));
		Layer vector = layer("vector", Shape.vector(7));
		Map<Layer, Shape> own = new LinkedHashMap<>(Map.of(map, map.shape(), vector, vector.shape()));
		Map<Layer, Shape> larger = new LinkedHashMap<>(
				Map.of(map, Shape.image(ChannelOrder.FIRST, 9, 8, 5), vector, vector.shape()));
		Optional<Position> at = Optional.of(new Position(2, 5));
		DoubleUnaryOperator itself = p -> 1;
		List<Arguments> cases = new ArrayList<>();
		for (Map<Layer, Shape> shapes : List.of(own, larger)) {
			String size = shapes == own ? "" : " of a larger picture";
			cases.add(objective("channel" + size, new ChannelUnit(map, 3, Optional.empty(), 0), shapes, itself));
			cases.add(objective("position" + size, new ChannelUnit(map, 3, at, 0), shapes, itself));
			cases.add(objective("channel with rivals" + size, new ChannelUnit(map, 3, Optional.empty(), 0.7), shapes,
					itself));
			cases.add(objective("position with rivals" + size, new ChannelUnit(map, 0, at, 1), shapes, itself));
			cases.add(objective("layer norm" + size, new LayerNorm(map), shapes, itself));
			cases.add(objective("weighted units" + size,
					new WeightedUnits(List.of(new WeightedUnit(map, 1, Optional.empty(), 2, false),
							new WeightedUnit(map, 2, at, -0.5, false), new WeightedUnit(map, 2, Optional.empty(), 1, true),
							new WeightedUnit(vector, 6, Optional.empty(), 0.3, true),
							new WeightedUnit(vector, 0, Optional.empty(), -1, false))),
					shapes, itself));
			cases.add(objective("diversity" + size, new Diversity(constant(-2, vector), map, others(5, 3), 0.7), shapes,
					itself));
		}
		cases.add(objective("element of a vector", new ChannelUnit(vector, 2, Optional.empty(), 0.4), own, itself));
		// What the softmax unit answers is the gradient of the probability p, times a factor that depends on p alone.
		cases.add(objective("softmax", new SoftmaxUnit(vector, 2, 0.999, 0.1), own, p -> 1 - p + 1e-10));
		Layer classes = layer("classes", Shape.image(ChannelOrder.FIRST, 1, 1, 4));
		cases.add(objective("softmax of a larger picture", new SoftmaxUnit(classes, 2, 0.999, 0.1),
				Map.of(classes, Shape.image(ChannelOrder.FIRST, 2, 3, 4)), p -> 1 - p + 1e-10));
		cases.add(objective("negated channel", new Negated(new ChannelUnit(map, 3, Optional.empty(), 0.3)), own, itself));
		cases.add(objective("negated softmax", new Negated(new SoftmaxUnit(vector, 2, 1, 0)), own, minus -> 1 + minus + 1e-10));
		cases.add(objective("saturated softmax", new SoftmaxUnit(vector, 2, 1e-6, 0.1), own, p -> -0.1));
		return cases.stream();
	}

	/** An objective that nothing changes, so that what is added to it can be told. */
	private static Objective constant(double score, Layer layer) {
		return new Objective() {
			@Override
			public Set<Layer> layers() {
				return Set.of(layer);
			}

			@Override
			public double score(LayerValues activations, LayerValues gradient) {
				return score;
			}
		};
	}

	private static GramMatrix others(int channels, int count) {
		var random = new Random(3);
		var mean = new GramMatrix(channels);
		for (int i = 0; i < count; i++) {
			mean.addShare(GramMatrix.of(normal(random, 4 * channels, 1), channels), count);
		}
		return mean;
	}

	private static Arguments objective(String name, Objective objective, Map<Layer, Shape> shapes,
			DoubleUnaryOperator factor) {
		var activations = new LayerValues(shapes);
		var gradient = new LayerValues(shapes);
		int size = activations.layers().stream().mapToInt(layer -> activations.of(layer).length).sum();
		double[] score = new double[1];
		var function = new Function() {
			@Override
			public double value(float[] at) {
				spread(at, activations);
				double value = objective.score(activations, gradient);
				if (score[0] == 0) {
					score[0] = value;
				}
				return factor.applyAsDouble(score[0]) * value;
			}

			@Override
			public float[] gradient(float[] at) {
				spread(new float[size], gradient);
				spread(at, activations);
				objective.score(activations, gradient);
				float[] all = new float[size];
				int to = 0;
				for (Layer layer : gradient.layers()) {
					float[] values = gradient.of(layer);
					System.arraycopy(values, 0, all, to, values.length);
					to += values.length;
				}
				return all;
			}
		};
		return arguments(name, function, normal(new Random(name.hashCode()), size, 1), 1e-2f);
	}

	private static void spread(float[] from, LayerValues to) {
		int at = 0;
		for (Layer layer : to.layers()) {
			float[] values = to.of(layer);
			System.arraycopy(from, at, values, 0, values.length);
			at += values.length;
		}
	}

	static Stream<Arguments> penalties() {
		return Stream.of(arguments("total variation", penalty(new TotalVariation()), noise(9, 7, 3, 20), 0.1f),
				arguments("total variation of a gray picture", penalty(new TotalVariation()), noise(5, 6, 1, 2), 0.02f),
				arguments("contrast", penalty(new Contrast()), noise(9, 7, 3, 20), 1f))
				.map(arguments -> arguments(arguments.get()[0], arguments.get()[1],
						((Picture) arguments.get()[2]).values(), arguments.get()[3]));
	}

	private static Function penalty(Penalty penalty) {
		return new Function() {
			private static final float WEIGHT = -0.3f;

			@Override
			public double value(float[] at) {
				return WEIGHT * penalty.score(picture(at), 0, picture(new float[at.length]));
			}

			@Override
			public float[] gradient(float[] at) {
				Picture gradient = picture(new float[at.length]);
				penalty.score(picture(at), WEIGHT, gradient);
				return gradient.values();
			}

			private Picture picture(float[] values) {
				Picture picture = values.length == 30 ? new Picture(5, 6, 1) : new Picture(9, 7, 3);
				System.arraycopy(values, 0, picture.values(), 0, values.length);
				return picture;
			}
		};
	}

	static Stream<Arguments> parameterizations() {
		List<Arguments> cases = new ArrayList<>();
		for (int[] size : new int[][] { { 8, 6 }, { 7, 9 }, { 6, 5 }, { 5, 8 }, { 1, 4 }, { 3, 1 } }) {
			int height = size[0];
			int width = size[1];
			int count = 3 * height * width;
			String suffix = " " + height + " x " + width;
			float[] center = { 100, 110, 120 };
			cases.add(parameterization("pixels" + suffix, new PixelImage(count, 8), count));
			cases.add(parameterization("Fourier" + suffix, new FourierImage(height, width, 3, 1, 0.3), count));
			cases.add(parameterization("phases" + suffix, new PhaseImage(height, width, 3, PhaseImage.COLORS), count));
			cases.add(parameterization("sigmoid of gray phases" + suffix,
					new Sigmoid(new PhaseImage(height, width, 1, PhaseImage.PLAIN), count / 3, 127.5f), count / 3));
			cases.add(parameterization("decorrelated pixels" + suffix, new DecorrelatedColor(new PixelImage(count, 1)),
					count));
			cases.add(parameterization("linear Fourier" + suffix,
					new Linear(new FourierImage(height, width, 3, 1.5, 0.3), count, center), count));
			cases.add(parameterization("sigmoid of pixels" + suffix, new Sigmoid(new PixelImage(count, 1), count, center),
					count));
			cases.add(parameterization("sigmoid of decorrelated Fourier" + suffix, new Sigmoid(
					new DecorrelatedColor(new FourierImage(height, width, 3, 1, 0.3)), count, center), count));
			cases.add(parameterization("gray Fourier" + suffix,
					new Sigmoid(new FourierImage(height, width, 1, 1, 0.3), count / 3, 127.5f), count / 3));
		}
		return cases.stream();
	}

	private static Arguments parameterization(String name, Parameterization parameterization, int pictureSize) {
		float[] wish = normal(new Random(name.hashCode()), pictureSize, 1);
		float[] picture = new float[pictureSize];
		var function = new Function() {
			@Override
			public double value(float[] at) {
				parameterization.apply(at, picture);
				return product(wish, picture, pictureSize);
			}

			@Override
			public float[] gradient(float[] at) {
				float[] gradient = new float[parameterization.size()];
				parameterization.apply(at, picture);
				parameterization.backward(wish.clone(), gradient);
				return gradient;
			}
		};
		float[] numbers = new float[parameterization.size()];
		parameterization.start(new Step(3, 0, 0), numbers);
		return arguments(name, function, numbers, 2e-3f);
	}

	static Stream<Arguments> transforms() {
		float[] fill = { 10, -20, 30 };
		Transform[] transforms = { new Roll(5), new Jitter("jitter", 4), new Jitter("jitter", 100), new Pad(3, fill),
				new Mirror(1), new Mirror(0), new Noise(12), new Crop(0.4, 0.9), new Scale(0.5, 0.8, 0),
				new Scale(1.2, 1.7, 0), new Scale(0.9, 1.1, 11), new Rotate(30, 0, 0, fill), new Rotate(180, 7, 0, fill),
				new Rotate(10, 0, 1, fill), new Resize(9, 6, false), new Resize(9, 6, true), new Resize(20, 31, false),
				new Resize(20, 31, true), new Resize(1, 1, true), new Composed(List.of(), 3),
				new Composed(List.of(new Pad(2, fill), new Jitter("jitter", 3), new Scale(0.9, 1.1, 11),
						new Rotate(10, 0, 0, fill), new Jitter("jitterAfter", 2), new Resize(13, 17, false), new Roll(6)),
						3),
				new Composed(List.of(new Resize(24, 30, false), new Crop(0.5, 0.9), new Mirror(0.5),
						new Resize(8, 9, true), new Noise(3)), 3) };
		List<Arguments> cases = new ArrayList<>();
		for (int i = 0; i < transforms.length; i++) {
			for (int index = 0; index < 3; index++) {
				var function = new Transformed(transforms[i], new Step(i, index, 0), 14, 11);
				cases.add(arguments("%s %d, step %d".formatted(transforms[i].getClass().getSimpleName(), i, index), function,
						noise(14, 11, 3, 40).values(), 4f));
			}
		}
		return cases.stream();
	}

	private static final class Transformed implements Function {
		private final Transform transform;
		private final Step step;
		private final Picture picture;
		private final Picture view = new Picture(1, 1, 3);

		Transformed(Transform transform, Step step, int height, int width) {
			this.transform = transform;
			this.step = step;
			picture = new Picture(height, width, 3);
		}

		@Override
		public double value(float[] at) {
			System.arraycopy(at, 0, picture.values(), 0, at.length);
			transform.apply(picture, view, step);
			return product(wish().values(), view.values(), view.size());
		}

		@Override
		public float[] gradient(float[] at) {
			value(at);
			Picture gradient = new Picture(1, 1, 3);
			transform.backward(wish(), gradient);
			assertEquals(picture.height(), gradient.height());
			assertEquals(picture.width(), gradient.width());
			return gradient.toImage().values();
		}

		/** A gradient of the view's size. */
		private Picture wish() {
			return noise(view.height(), view.width(), 3, 1);
		}
	}

	private static Layer layer(String name, Shape shape) {
		return new Layer(name, List.of(), new Input(), List.of(), shape);
	}

	private static Picture noise(int height, int width, int channels, double deviation) {
		var picture = new Picture(height, width, channels);
		float[] values = normal(new Random(1000L * height + width), picture.size(), deviation);
		System.arraycopy(values, 0, picture.values(), 0, values.length);
		return picture;
	}

	private static float[] normal(Random random, int count, double deviation) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) (deviation * random.nextGaussian());
		}
		return values;
	}

	private static float[] moved(float[] at, float[] direction, float step) {
		float[] moved = at.clone();
		for (int i = 0; i < moved.length; i++) {
			moved[i] += step * direction[i];
		}
		return moved;
	}

	private static double product(float[] a, float[] b, int count) {
		double sum = 0;
		for (int i = 0; i < count; i++) {
			sum += a[i] * (double) b[i];
		}
		return sum;
	}
}
