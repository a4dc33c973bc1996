// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.engine.onednn.KernelChoices;
import org.starfish.core.engine.onednn.OneDnn;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

/** Every way of oneDNN to do a convolution, and its gradient, gives what the definition says. */
class OneDnnConvolutionTest {
	/** As for whole layers of real models. */
	private static final double TOLERANCE = 1e-4;
	private final Random random = new Random(1);

	@BeforeAll
	static void needsOneDnn() {
		Engine.description();
		assumeTrue(OneDnn.isAvailable(), () -> "skipped: " + OneDnn.description());
	}

	@ParameterizedTest
	@CsvSource({
			// batch, size, in, out, kernel, stride, dilation, padding before, after, groups, ceiling
			"1, 14, 32, 48, 3, 1, 1, 1, 1, 1, Infinity", "2, 28, 16, 16, 3, 1, 1, 1, 1, 1, NaN",
			"1, 13, 20, 24, 3, 1, 1, 1, 1, 1, 6", "1, 56, 64, 32, 3, 1, 1, 1, 1, 1, Infinity",
			"1, 12, 16, 32, 3, 1, 1, 0, 0, 1, Infinity", "1, 9, 5, 7, 1, 1, 1, 0, 0, 1, NaN",
			"3, 7, 48, 16, 5, 1, 1, 2, 2, 1, Infinity", "1, 32, 3, 16, 7, 2, 1, 3, 2, 1, Infinity",
			"2, 33, 1, 8, 3, 2, 1, 0, 1, 1, NaN", "1, 31, 3, 8, 11, 4, 1, 0, 0, 1, Infinity",
			"1, 16, 24, 32, 3, 2, 1, 0, 1, 1, Infinity", "1, 15, 8, 16, 1, 2, 1, 0, 0, 1, NaN",
			"1, 20, 8, 8, 3, 1, 2, 2, 2, 1, Infinity", "1, 14, 32, 32, 3, 1, 1, 1, 1, 32, 6",
			"2, 15, 16, 16, 3, 2, 1, 1, 1, 16, NaN", "1, 10, 8, 16, 3, 1, 1, 1, 1, 4, Infinity",
			"1, 8, 4, 8, 3, 1, 1, 2, 2, 1, NaN" })
	void everyWayIsTheDefinition(int batch, int size, int in, int out, int kernel, int stride, int dilation, int before,
			int after, int groups, float ceiling) {
		int span = (kernel - 1) * dilation + 1;
		int outSize = (size + before + after - span) / stride + 1;
		var g = new Geometry(size, size, outSize, outSize, kernel, kernel, stride, stride, dilation, dilation, before,
				before);
		Optional<Rectifier> rectifier = Float.isNaN(ceiling) ? Optional.empty() : Optional.of(new Rectifier(ceiling));
		float[] kernels = noise(kernel * kernel * in / groups * out);
		float[] bias = noise(out);
		float[] picture = noise(batch * size * size * in);
		float[] seed = noise(batch * outSize * outSize * out);
		var definition = new Definition(g, batch, in, out, groups, kernels, bias, rectifier.orElse(null));
		double[] answer = definition.forward(picture);
		double[] gradient = definition.gradient(answer, seed);
		int ways = 1;
		for (int way = 0; way < ways; way++) {
			var input = new Value(shape(size, in), batch, true);
			var output = new Value(shape(outSize, out), batch, true);
			var chooser = new Fixed(way);
			try (input; output; var op = new OneDnnConvolutionOp(input, output, g, kernels, bias, groups, rectifier, chooser)) {
				// Twice: the second time everything is there already.
				for (int pass = 0; pass < 2; pass++) {
					System.arraycopy(picture, 0, input.dataToWrite(), 0, picture.length);
					op.forward();
					assertClose(answer, output.data(), op.kernels());
					output.clearGradient();
					input.clearGradient();
					System.arraycopy(seed, 0, output.gradientToAdd(), 0, seed.length);
					op.inputGradient(ReluGradient.TRUE);
					assertClose(gradient, input.gradient(), op.kernels());
				}
				System.arraycopy(seed, 0, output.gradientToAdd(), 0, seed.length);
				op.inputGradient(ReluGradient.TRUE);
				for (int i = 0; i < gradient.length; i++) {
					gradient[i] *= 2;
				}
				assertClose(gradient, input.gradient(), op.kernels() + ", added to what was there");
				for (int i = 0; i < gradient.length; i++) {
					gradient[i] /= 2;
				}
			}
			ways = chooser.most;
		}
	}

	@Test
	void smallKernelsMayBeFilteredAndTheFirstLayerMayUseSubpixels() {
		assumeTrue(OneDnn.variant().contains("avx512"), "skipped: Winograd's kernels need AVX-512");
		var names = new TreeSet<String>();
		for (int way = 0; way < 5; way++) {
			names(names, new Geometry(14, 14, 14, 14, 3, 3, 1, 1, 1, 1, 1, 1), 16, way);
			names(names, new Geometry(32, 32, 16, 16, 7, 7, 2, 2, 1, 1, 3, 3), 3, way);
		}
		assertTrue(names.containsAll(Set.of("direct, turned", "winograd, turned winograd", "direct, subpixel")),
				names::toString);
	}

	private void names(Set<String> names, Geometry g, int in, int way) {
		try (var input = new Value(shape(g.height(), in), 1, true); var output = new Value(shape(g.outHeight(), 16), 1, true);
				var op = new OneDnnConvolutionOp(input, output, g, noise(g.taps() * in * 16), new float[0], 1,
						Optional.empty(), new Fixed(way))) {
			names.add(op.kernels());
		}
	}

	private static Shape shape(int size, int channels) {
		return Shape.of(ChannelOrder.LAST, size, size, channels);
	}

	private float[] noise(int size) {
		float[] values = new float[size];
		for (int i = 0; i < size; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	private static void assertClose(double[] expected, float[] actual, String what) {
		assertEquals(expected.length, actual.length, what);
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += (expected[i] - actual[i]) * (expected[i] - actual[i]);
			norm += expected[i] * expected[i];
		}
		double error = Math.sqrt(difference / norm);
		assertTrue(error < TOLERANCE, () -> what + " is off by " + error);
	}

	/** Takes the way of one number, and counts how many there are. */
	private static final class Fixed implements KernelChoices.Chooser {
		private final int way;
		private int most;

		Fixed(int way) {
			this.way = way;
		}

		@Override
		public int choose(String task, List<KernelChoices.Candidate> candidates) {
			most = Math.max(most, candidates.size());
			return Math.min(way, candidates.size() - 1);
		}
	}

	/** Convolution as its definition says, in double precision. */
	private record Definition(Geometry g, int batch, int in, int out, int groups, float[] kernels, float[] bias,
			Rectifier rectifier) {
		private interface Tap {
			void at(int input, int output, float weight);
		}

		double[] forward(float[] picture) {
			double[] result = new double[batch * g.positions() * out];
			for (int i = 0; i < result.length; i++) {
				result[i] = bias[i % out];
			}
			visit((input, output, weight) -> result[output] += (double) weight * picture[input]);
			if (rectifier != null) {
				for (int i = 0; i < result.length; i++) {
					result[i] = Math.min(Math.max(result[i], 0), rectifier.ceiling());
				}
			}
			return result;
		}

		double[] gradient(double[] answer, float[] seed) {
			double[] result = new double[batch * g.height() * g.width() * in];
			visit((input, output, weight) -> {
				boolean open = rectifier == null || answer[output] > 0 && answer[output] < rectifier.ceiling();
				result[input] += open ? (double) weight * seed[output] : 0;
			});
			return result;
		}

		private void visit(Tap tap) {
			int inGroup = in / groups;
			int outGroup = out / groups;
			for (int n = 0; n < batch; n++) {
				for (int position = 0; position < g.positions(); position++) {
					for (int k = 0; k < g.taps(); k++) {
						int y = position / g.outWidth() * g.strideY() - g.top() + k / g.kernelWidth() * g.dilationY();
						int x = position % g.outWidth() * g.strideX() - g.left() + k % g.kernelWidth() * g.dilationX();
						if (y < 0 || x < 0 || y >= g.height() || x >= g.width()) {
							continue;
						}
						for (int o = 0; o < out; o++) {
							for (int i = 0; i < inGroup; i++) {
								tap.at(((n * g.height() + y) * g.width() + x) * in + o / outGroup * inGroup + i,
										(n * g.positions() + position) * out + o, kernels[(k * inGroup + i) * out + o]);
							}
						}
					}
				}
			}
		}
	}
}
