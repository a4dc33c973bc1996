// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.starfish.core.importing.onnx.OnnxBuilder.decimal;
import static org.starfish.core.importing.onnx.OnnxBuilder.integer;
import static org.starfish.core.importing.onnx.OnnxBuilder.ints;
import static org.starfish.core.importing.onnx.OnnxBuilder.values;

import java.nio.file.Path;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.network.Network;

/** The everyday layers of convolutional networks, in every form that the opsets have for them. */
class OnnxLayerKindsTest {
	private static final double TOLERANCE = 1e-5;
	private static final float EXACT = 1e-6f;

	@TempDir
	Path folder;

	static IntStream opsets() {
		return IntStream.rangeClosed(7, 21);
	}

	private float[] answer(OnnxBuilder model, float... input) throws Exception {
		return Answers.of(model.output("y").read(folder), input);
	}

	@ParameterizedTest
	@MethodSource("opsets")
	void everyOpsetIsRead(int opset) throws Exception {
		float[] x = values("x", 2, 4, 4);
		float[] expected = answer(classifier(13), x);
		Network network = classifier(opset).output("y").read(folder);
		assertEquals("ONNX (opset %d)".formatted(opset), network.format());
		assertArrayEquals(expected, Answers.of(network, x), EXACT);
	}

	private static OnnxBuilder classifier(int opset) {
		return new OnnxBuilder(opset).input("x", 0, 2, 4, 4).noise("w", 3, 2, 3, 3).noise("b", 3)
				.node("Conv", "x w b", "conv", ints("pads", 1, 1, 1, 1)).noise("scale", 3).noise("shift", 3).noise("mean", 3)
				.floats("variance", new int[] { 3 }, 1, 2, 0.5f).node("BatchNormalization", "conv scale shift mean variance", "bn")
				.node("Relu", "bn", "relu").node("MaxPool", "relu", "pool", ints("kernel_shape", 2, 2), ints("strides", 2, 2))
				.node("GlobalAveragePool", "pool", "mean2").node("Flatten", "mean2", "flat").noise("v", 4, 3).noise("c", 4)
				.node("Gemm", "flat v c", "logits", integer("transB", 1)).node("Softmax", "logits", "y", integer("axis", 1));
	}

	@Test
	void batchNormalizationTakesWhatTrainingLeft() throws Exception {
		float[] x = { 1, 2, 3, 4 };
		OnnxBuilder model = new OnnxBuilder(15).input("x", 0, 2, 2, 1).floats("scale", new int[] { 2 }, 2, 3)
				.floats("shift", new int[] { 2 }, 10, 20).floats("mean", new int[] { 2 }, 1, 2)
				.floats("variance", new int[] { 2 }, 3, 0)
				.node("BatchNormalization", "x scale shift mean variance", "y", decimal("epsilon", 1));
		assertArrayEquals(new float[] { 10, 11, 23, 26 }, answer(model, x), EXACT);
	}

	@Test
	void localResponsesAreNormalizedByTheirNeighbours() throws Exception {
		OnnxBuilder model = new OnnxBuilder(13).input("x", 0, 3, 1, 1).node("LRN", "x", "y", integer("size", 3),
				decimal("alpha", 3), decimal("beta", 0.5f), decimal("bias", 2));
		Answers.assertClose(new float[] { (float) (1 / Math.sqrt(2 + 1 + 4)), (float) (2 / Math.sqrt(2 + 1 + 4 + 9)),
				(float) (3 / Math.sqrt(2 + 4 + 9)) }, answer(model, 1, 2, 3), TOLERANCE);
	}

	@Test
	void dropoutDoesNothingInAnyForm() throws Exception {
		float[] x = { 1, -2, 3 };
		assertArrayEquals(x, answer(new OnnxBuilder(7).input("x", 0, 3).node("Dropout", "x", "y", decimal("ratio", 0.5f)), x));
		assertArrayEquals(x, answer(new OnnxBuilder(10).input("x", 0, 3).node("Dropout", "x", "y mask"), x));
		assertArrayEquals(x, answer(new OnnxBuilder(13).input("x", 0, 3).scalar("ratio", 0.5f).node("Dropout", "x ratio", "y"), x));
	}

	@ParameterizedTest
	@ValueSource(ints = { 11, 13 })
	void axesAreSqueezedAndUnsqueezed(int opset) throws Exception {
		float[] x = values("x", 3, 1, 2);
		OnnxBuilder model = new OnnxBuilder(opset).input("x", 0, 3, 1, 2).longs("two", 2).longs("last", -1);
		if (opset < 13) {
			model.node("Squeeze", "x", "flat", ints("axes", 2)).node("Unsqueeze", "flat", "y", ints("axes", -1));
		} else {
			model.node("Squeeze", "x two", "flat").node("Unsqueeze", "flat last", "y");
		}
		Network network = model.output("y").read(folder);
		assertEquals("3x2", network.layer("flat").shape().toString());
		assertEquals("3x2x1", network.layer("y").shape().toString());
		assertArrayEquals(x, Answers.of(network, x));
	}

	@Test
	void flatteningKeepsTheOrderOfTheFile() throws Exception {
		float[] x = values("x", 2, 3, 4);
		float[] w = values("w", 24, 1);
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			sum += x[i] * w[i];
		}
		Answers.assertClose(new float[] { (float) sum }, answer(new OnnxBuilder(13).input("x", 0, 2, 3, 4).noise("w", 24, 1)
				.node("Flatten", "x", "flat").node("MatMul", "flat w", "y"), x), TOLERANCE);
	}

	@Test
	void globalPoolingLeavesOneValueAChannel() throws Exception {
		float[] x = { 1, 2, 3, -4, 3, -4, 0, 0 };
		assertArrayEquals(new float[] { 0.5f, -0.25f }, pooled("GlobalAveragePool", x), EXACT);
		assertArrayEquals(new float[] { 3, 3 }, pooled("GlobalMaxPool", x), EXACT);
		Answers.assertClose(new float[] { (float) Math.sqrt(30), 5 }, pooled("GlobalLpPool", x), TOLERANCE);
	}

	private float[] pooled(String operator, float... x) throws Exception {
		return answer(new OnnxBuilder(13).input("x", 0, 2, 2, 2).node(operator, "x", "y"), x);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Abs", "Exp", "Log", "Neg", "Sqrt", "Tanh", "Sigmoid", "Relu" })
	void functionsOfOneValueAreComputed(String operator) throws Exception {
		float[] x = values("x", 8);
		for (int i = 0; i < x.length; i++) {
			x[i] = operator.equals("Log") || operator.equals("Sqrt") ? Math.abs(x[i]) + 0.1f : x[i];
		}
		DoubleUnaryOperator function = switch (operator) {
		case "Abs" -> Math::abs;
		case "Exp" -> Math::exp;
		case "Log" -> Math::log;
		case "Neg" -> v -> -v;
		case "Sqrt" -> Math::sqrt;
		case "Tanh" -> Math::tanh;
		case "Sigmoid" -> v -> 1 / (1 + Math.exp(-v));
		default -> v -> Math.max(0, v);
		};
		float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			expected[i] = (float) function.applyAsDouble(x[i]);
		}
		Answers.assertClose(expected, answer(new OnnxBuilder(13).input("x", 0, 8).node(operator, "x", "y"), x), TOLERANCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sum", "Max", "Min", "Mean", "Add", "Sub", "Mul" })
	void layersAreCombinedElementByElement(String operator) throws Exception {
		float[] x = values("x", 6);
		DoubleBinaryOperator function = switch (operator) {
		case "Max" -> Math::max;
		case "Min" -> Math::min;
		case "Mean" -> (a, b) -> (a + b) / 2;
		case "Sub" -> (a, b) -> a - b;
		case "Mul" -> (a, b) -> a * b;
		default -> Double::sum;
		};
		float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			expected[i] = (float) function.applyAsDouble(Math.tanh(x[i]), x[i]);
		}
		Answers.assertClose(expected, answer(
				new OnnxBuilder(13).input("x", 0, 6).node("Tanh", "x", "t").node(operator, "t x", "y"), x), TOLERANCE);
	}

	@Test
	void logarithmsOfSoftmaxAddUpToOne() throws Exception {
		float[] y = answer(new OnnxBuilder(13).input("x", 0, 3).node("LogSoftmax", "x", "y", integer("axis", -1)), 1, 2, 3);
		assertEquals(1, Math.exp(y[0]) + Math.exp(y[1]) + Math.exp(y[2]), TOLERANCE);
		assertEquals(1, y[2] - y[1], TOLERANCE);
	}
}
