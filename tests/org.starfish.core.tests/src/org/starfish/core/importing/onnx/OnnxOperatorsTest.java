// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.starfish.core.importing.onnx.OnnxBuilder.decimal;
import static org.starfish.core.importing.onnx.OnnxBuilder.decimals;
import static org.starfish.core.importing.onnx.OnnxBuilder.integer;
import static org.starfish.core.importing.onnx.OnnxBuilder.ints;
import static org.starfish.core.importing.onnx.OnnxBuilder.text;
import static org.starfish.core.importing.onnx.OnnxBuilder.values;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.nd4j.shade.protobuf.ByteString;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Softmax;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataType;

/** What operators compute in the forms that exporters and opsets give them. */
class OnnxOperatorsTest {
	private static final double TOLERANCE = 1e-5;

	@TempDir
	Path folder;

	private float[] answer(OnnxBuilder model, float... input) throws Exception {
		return Answers.of(model.output("y").read(folder), input);
	}

	@Test
	void gemmScalesAndTransposes() throws Exception {
		float[] x = values("x", 4);
		float[] w = values("w", 3, 4);
		float[] c = values("c", 3);
		float[] expected = new float[3];
		for (int o = 0; o < 3; o++) {
			for (int i = 0; i < 4; i++) {
				expected[o] += 0.5f * x[i] * w[4 * o + i];
			}
			expected[o] += 2 * c[o];
		}
		Answers.assertClose(expected,
				answer(new OnnxBuilder(9).input("x", 0, 4).noise("w", 3, 4).floats("c", new int[] { 1, 3 }, c).node(
						"Gemm", "x w c", "y", decimal("alpha", 0.5f), decimal("beta", 2), integer("transB", 1)), x),
				TOLERANCE);
	}

	@Test
	void convolutionsTakeAllTheirAttributes() throws Exception {
		float[] x = values("x", 4, 7, 6);
		float[] w = values("w", 6, 2, 3, 2);
		float[] b = values("b", 6);
		// Strides 2 and 1, dilations 1 and 2, pads top 1, left 0, bottom 2, right 1: 7 -> 4, 6 -> 5.
		float[] expected = new float[6 * 4 * 5];
		for (int o = 0; o < 6; o++) {
			for (int row = 0; row < 4; row++) {
				for (int column = 0; column < 5; column++) {
					double sum = b[o];
					for (int i = 0; i < 2; i++) {
						for (int r = 0; r < 3; r++) {
							for (int s = 0; s < 2; s++) {
								int y = 2 * row - 1 + r;
								int z = column + 2 * s;
								int channel = o / 3 * 2 + i;
								if (y >= 0 && y < 7 && z < 6) {
									sum += x[(channel * 7 + y) * 6 + z] * w[((o * 2 + i) * 3 + r) * 2 + s];
								}
							}
						}
					}
					expected[(o * 4 + row) * 5 + column] = (float) sum;
				}
			}
		}
		Answers.assertClose(expected,
				answer(new OnnxBuilder(11).input("x", 0, 4, 7, 6).noise("w", 6, 2, 3, 2).noise("b", 6).node("Conv",
						"x w b", "y", integer("group", 2), ints("strides", 2, 1), ints("dilations", 1, 2),
						ints("pads", 1, 0, 2, 1)), x),
				TOLERANCE);
	}

	@Test
	void sequencesAreConvolved() throws Exception {
		assertArrayEquals(new float[] { 1, 4, 7 }, answer(new OnnxBuilder(13).input("x", 0, 1, 4)
				.floats("w", new int[] { 1, 1, 2 }, -1, 2).node("Conv", "x w", "y"), 1, 1, 2.5f, 4.75f), 1e-6f);
	}

	@ParameterizedTest
	@CsvSource({ "NOTSET, 0, 5", "VALID, 0, 5", "SAME_UPPER, 0, 4", "SAME_LOWER, 0, 4", "NOTSET, 1, 6" })
	void transposedConvolutionsGiveTheAskedSize(String auto, int extra, int size) throws Exception {
		Network network = new OnnxBuilder(11).input("x", 0, 1, 2, 2).noise("w", 1, 2, 3, 3).node("ConvTranspose", "x w",
				"y", text("auto_pad", auto), ints("strides", 2, 2), ints("output_padding", extra, extra)).output("y")
				.read(folder);
		assertEquals("2x%d".formatted(size) + "x" + size, network.layer("y").shape().toString());
	}

	@Test
	void transposedConvolutionsSpreadTheirInput() throws Exception {
		assertArrayEquals(new float[] { 1, 2, 5, 4, 6 },
				answer(new OnnxBuilder(11).input("x", 0, 1, 2).floats("w", new int[] { 1, 1, 3 }, 1, 2, 3)
						.node("ConvTranspose", "x w", "y", ints("strides", 2)), 1, 2),
				1e-6f);
		assertArrayEquals(new float[] { 2, 5, 4, 6 },
				answer(new OnnxBuilder(11).input("x", 0, 1, 2).floats("w", new int[] { 1, 1, 3 }, 1, 2, 3)
						.node("ConvTranspose", "x w", "y", ints("strides", 2), ints("output_shape", 4)), 1, 2),
				1e-6f, "the spec cuts the odd element off the front");
		assertArrayEquals(new float[] { 1, 2, 5, 4 },
				answer(new OnnxBuilder(11).input("x", 0, 1, 2).floats("w", new int[] { 1, 1, 3 }, 1, 2, 3).node(
						"ConvTranspose", "x w", "y", ints("strides", 2), ints("output_shape", 4),
						text("auto_pad", "SAME_UPPER")), 1, 2),
				1e-6f);
		assertArrayEquals(new float[] { 1, 2, 5, 4, 6, 0 },
				answer(new OnnxBuilder(11).input("x", 0, 1, 2).floats("w", new int[] { 1, 1, 3 }, 1, 2, 3)
						.node("ConvTranspose", "x w", "y", ints("strides", 2), ints("output_shape", 6)), 1, 2),
				1e-6f);
	}

	@Test
	void weightsMayBeOfAnyRealType() throws Exception {
		short[] halves = { Float.floatToFloat16(1.5f), Float.floatToFloat16(-0.1f), Float.floatToFloat16(65504) };
		ByteBuffer raw = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
		raw.asShortBuffer().put(halves);
		TensorProto.Builder typed = OnnxBuilder.header("c", DataType.FLOAT16_VALUE, 3);
		TensorProto.Builder doubles = OnnxBuilder.header("c", DataType.DOUBLE_VALUE, 3);
		TensorProto.Builder brain = OnnxBuilder.header("c", DataType.BFLOAT16_VALUE, 3);
		TensorProto.Builder floats = OnnxBuilder.header("c", DataType.FLOAT_VALUE, 3);
		for (short half : halves) {
			typed.addInt32Data(half & 0xFFFF);
			doubles.addDoubleData(Float.float16ToFloat(half));
			floats.addFloatData(Float.float16ToFloat(half));
			brain.addInt32Data(Float.floatToRawIntBits(Float.float16ToFloat(half)) >>> 16);
		}
		float[] expected = { 1.5f, Float.float16ToFloat(halves[1]), 65504 };
		TensorProto inBytes = OnnxBuilder.header("c", DataType.FLOAT16_VALUE, 3).setRawData(ByteString.copyFrom(raw))
				.build();
		for (TensorProto tensor : new TensorProto[] { inBytes, typed.build(), doubles.build(), floats.build() }) {
			assertArrayEquals(expected,
					answer(new OnnxBuilder(13).input("x", 0, 3).tensor(tensor).node("Add", "x c", "y"), new float[3]));
		}
		assertArrayEquals(expected, answer(
				new OnnxBuilder(13).input("x", 0, 3).tensor(brain.build()).node("Add", "x c", "y"), new float[3]), 300);
	}

	@Test
	void clipsByAttributesBeforeOpset11() {
		assertEquals("ReLU6", kind(new OnnxBuilder(10).input("x", 0, 3)
				.node("Clip", "x", "y", decimal("min", 0), decimal("max", 6)).output("y")));
		assertEquals("ReLU",
				kind(new OnnxBuilder(7).input("x", 0, 3).node("Clip", "x", "y", decimal("min", 0)).output("y")));
	}

	@Test
	void clipsByInputsSinceOpset11() {
		assertEquals("ReLU6", kind(new OnnxBuilder(11).input("x", 0, 3).scalar("low", 0).scalar("high", 6)
				.node("Clip", "x low high", "y").output("y")));
		assertEquals("ReLU",
				kind(new OnnxBuilder(11).input("x", 0, 3).scalar("low", 0).node("Clip", "x low", "y").output("y")));
		assertEquals("Clip",
				kind(new OnnxBuilder(11).input("x", 0, 3).scalar("high", 6).node("Clip", "x _ high", "y").output("y")));
	}

	private String kind(OnnxBuilder model) {
		try {
			return model.read(folder).layer("y").kind();
		} catch (Exception e) {
			throw new AssertionError(e);
		}
	}

	@ParameterizedTest
	@CsvSource({ "LeakyRelu, alpha, 0.2", "Elu, alpha, 0.7", "Celu, alpha, 0.6", "ThresholdedRelu, alpha, 0.4",
			"HardSigmoid, alpha, 0.3", "Selu, gamma, 1.2", "HardSwish, _, 0", "Gelu, _, 0", "Mish, _, 0",
			"Softplus, _, 0", "Softsign, _, 0", "Erf, _, 0", "Reciprocal, _, 0" })
	void activationsTakeTheirParameters(String type, String attribute, float value) throws Exception {
		float[] x = values("x", 12);
		DoubleUnaryOperator function = switch (type) {
		case "LeakyRelu" -> v -> v > 0 ? v : 0.2 * v;
		case "Elu" -> v -> v > 0 ? v : 0.7 * Math.expm1(v);
		case "Celu" -> v -> v > 0 ? v : 0.6 * Math.expm1(v / 0.6);
		case "ThresholdedRelu" -> v -> v > 0.4 ? v : 0;
		case "HardSigmoid" -> v -> Math.clamp(0.3 * v + 0.5, 0, 1);
		case "Selu" -> v -> 1.2 * (v > 0 ? v : 1.67326319217681885 * Math.expm1(v));
		case "HardSwish" -> v -> v * Math.clamp(v / 6 + 0.5, 0, 1);
		case "Gelu" -> v -> v / 2 * (1 + erf(v / Math.sqrt(2)));
		case "Mish" -> v -> v * Math.tanh(Math.log1p(Math.exp(v)));
		case "Softplus" -> v -> Math.log1p(Math.exp(v));
		case "Softsign" -> v -> v / (1 + Math.abs(v));
		case "Erf" -> OnnxOperatorsTest::erf;
		default -> v -> 1 / v;
		};
		float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			expected[i] = (float) function.applyAsDouble(x[i]);
		}
		AttributeProto[] attributes = attribute.equals("_") ? new AttributeProto[0]
				: new AttributeProto[] { decimal(attribute, value) };
		Answers.assertClose(expected, answer(new OnnxBuilder(20).input("x", 0, 12).node(type, "x", "y", attributes), x),
				1e-4);
	}

	/** By its series. */
	private static double erf(double x) {
		double sum = 0;
		double term = x;
		for (int n = 0; n < 60; n++) {
			sum += term / (2 * n + 1);
			term *= -x * x / (n + 1);
		}
		return 2 / Math.sqrt(Math.PI) * sum;
	}

	@Test
	void hardSwishInPartsIsComputed() throws Exception {
		float[] x = values("x", 2, 3, 3);
		float[] expected = new float[x.length];
		for (int i = 0; i < x.length; i++) {
			expected[i] = x[i] * Math.clamp(x[i] + 3, 0, 6) / 6;
		}
		Answers.assertClose(expected,
				answer(new OnnxBuilder(13).input("x", 0, 2, 3, 3).scalar("three", 3).scalar("zero", 0).scalar("six", 6)
						.node("Add", "x three", "a").node("Clip", "a zero six", "b").node("Mul", "x b", "c")
						.node("Div", "c six", "y"), x),
				TOLERANCE);
	}

	@Test
	void constantsMayComeFirst() throws Exception {
		assertArrayEquals(new float[] { 0, -1, 2 },
				answer(new OnnxBuilder(13).input("x", 0, 3).scalar("one", 1).node("Sub", "one x", "y"), 1, 2, -1),
				1e-6f);
		assertArrayEquals(new float[] { 1, 0.5f, -1 },
				answer(new OnnxBuilder(13).input("x", 0, 3).scalar("one", 1).node("Div", "one x", "y"), 1, 2, -1),
				1e-6f);
	}

	@Test
	void constantsLineUpFromTheLastAxis() throws Exception {
		float[] x = new float[2 * 2 * 3];
		assertArrayEquals(new float[] { 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3 }, answer(new OnnxBuilder(13)
				.input("x", 0, 2, 2, 3).floats("c", new int[] { 3 }, 1, 2, 3).node("Add", "x c", "y"), x));
		assertArrayEquals(new float[] { 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2 }, answer(new OnnxBuilder(13)
				.input("x", 0, 2, 2, 3).floats("c", new int[] { 1, 2, 1, 1 }, 1, 2).node("Add", "x c", "y"), x));
		assertArrayEquals(new float[] { 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2 }, answer(new OnnxBuilder(13)
				.input("x", 0, 2, 2, 3).floats("c", new int[] { 2, 1 }, 1, 2).node("Add", "x c", "y"), x));
	}

	@Test
	void squeezeAndExciteScalesChannels() throws Exception {
		float[] x = values("x", 3, 2, 2);
		float[] w = values("w", 3, 3, 1, 1);
		float[] expected = new float[12];
		for (int o = 0; o < 3; o++) {
			double sum = 0;
			for (int i = 0; i < 12; i++) {
				sum += x[i] / 4 * w[3 * o + i / 4];
			}
			for (int p = 0; p < 4; p++) {
				expected[4 * o + p] = (float) (x[4 * o + p] / (1 + Math.exp(-sum)));
			}
		}
		OnnxBuilder model = new OnnxBuilder(13).input("x", 0, 3, 2, 2).noise("w", 3, 3, 1, 1)
				.node("ReduceMean", "x", "mean", ints("axes", 2, 3)).node("Conv", "mean w", "a")
				.node("Sigmoid", "a", "b").node("Mul", "b x", "y").output("y");
		Network network = model.read(folder);
		assertInstanceOf(GlobalPooling.class, network.layer("mean").operation());
		Answers.assertClose(expected, Answers.of(network, x), TOLERANCE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 11, 13, 18 })
	void reductionsTakeAxesFromAttributesOrInputs(int opset) throws Exception {
		for (String type : new String[] { "ReduceSum", "ReduceMax" }) {
			boolean input = opset >= (type.equals("ReduceSum") ? 13 : 18);
			OnnxBuilder model = new OnnxBuilder(opset).input("x", 0, 2, 3).longs("axes", -1);
			model.node(type, input ? "x axes" : "x", "y", input ? new AttributeProto[] { integer("keepdims", 0) }
					: new AttributeProto[] { ints("axes", -1), integer("keepdims", 0) });
			assertArrayEquals(type.equals("ReduceSum") ? new float[] { 6, 15 } : new float[] { 3, 6 },
					answer(model, 1, 2, 3, 4, 5, 6), 1e-5f);
		}
	}

	@Test
	void layerNormalizationInPartsOrWholeIsTheSame() throws Exception {
		// As ConvNeXt has it: channels are put last, normalized, and pass two dense layers.
		float[] x = values("x", 4, 3, 2);
		OnnxBuilder whole = convNext(17).node("LayerNormalization", "last g b", "norm", integer("axis", -1),
				decimal("epsilon", 1e-6f));
		OnnxBuilder parts = convNext(17).scalar("two", 2).scalar("eps", 1e-6f)
				.node("ReduceMean", "last", "mean", ints("axes", -1)).node("Sub", "last mean", "centred")
				.node("Pow", "centred two", "square").node("ReduceMean", "square", "variance", ints("axes", -1))
				.node("Add", "variance eps", "safe").node("Sqrt", "safe", "deviation")
				.node("Div", "centred deviation", "unit").node("Mul", "unit g", "scaled")
				.node("Add", "scaled b", "norm");
		float[] expected = convNextReference(x);
		Answers.assertClose(expected, answer(dense(whole), x), TOLERANCE);
		Answers.assertClose(expected, answer(dense(parts), x), TOLERANCE);
	}

	private static OnnxBuilder convNext(int opset) {
		return new OnnxBuilder(opset).input("x", 0, 4, 3, 2).noise("g", 4).noise("b", 4).noise("w1", 4, 8)
				.noise("b1", 8).noise("w2", 8, 4).noise("gamma", 4)
				.node("Transpose", "x", "last", ints("perm", 0, 2, 3, 1));
	}

	private static OnnxBuilder dense(OnnxBuilder model) {
		return model.node("MatMul", "norm w1", "m1").node("Add", "b1 m1", "a1").node("Relu", "a1", "r")
				.node("MatMul", "r w2", "m2").node("Mul", "gamma m2", "s")
				.node("Transpose", "s", "first", ints("perm", 0, 3, 1, 2)).node("Add", "x first", "y");
	}

	private static float[] convNextReference(float[] x) {
		float[] g = values("g", 4);
		float[] b = values("b", 4);
		float[] w1 = values("w1", 4, 8);
		float[] b1 = values("b1", 8);
		float[] w2 = values("w2", 8, 4);
		float[] gamma = values("gamma", 4);
		float[] expected = x.clone();
		for (int p = 0; p < 6; p++) {
			double mean = 0;
			double variance = 1e-6;
			for (int c = 0; c < 4; c++) {
				mean += x[6 * c + p] / 4;
			}
			for (int c = 0; c < 4; c++) {
				variance += Math.pow(x[6 * c + p] - mean, 2) / 4;
			}
			for (int h = 0; h < 8; h++) {
				double sum = b1[h];
				for (int c = 0; c < 4; c++) {
					sum += ((x[6 * c + p] - mean) / Math.sqrt(variance) * g[c] + b[c]) * w1[8 * c + h];
				}
				for (int c = 0; c < 4; c++) {
					expected[6 * c + p] += gamma[c] * Math.max(sum, 0) * w2[4 * h + c];
				}
			}
		}
		return expected;
	}

	@Test
	void groupNormalizationHasWeightsPerGroupThenPerChannel() throws Exception {
		float[] x = values("x", 4, 2, 2);
		OnnxBuilder perGroup = new OnnxBuilder(18).input("x", 0, 4, 2, 2).floats("s", new int[] { 2 }, 1, 3)
				.floats("b", new int[] { 2 }, 0, 1).node("GroupNormalization", "x s b", "y", integer("num_groups", 2));
		OnnxBuilder perChannel = new OnnxBuilder(21).input("x", 0, 4, 2, 2).floats("s", new int[] { 4 }, 1, 1, 3, 3)
				.floats("b", new int[] { 4 }, 0, 0, 1, 1)
				.node("GroupNormalization", "x s b", "y", integer("num_groups", 2));
		// As exporters write it before there was an operator for it.
		OnnxBuilder parts = new OnnxBuilder(13).input("x", 0, 4, 2, 2).floats("one", new int[] { 2 }, 1, 1)
				.floats("none", new int[] { 2 }, 0, 0).longs("groups", 0, 2, -1).node("Reshape", "x groups", "r")
				.node("InstanceNormalization", "r one none", "i").node("Shape", "x", "shape")
				.node("Reshape", "i shape", "n").floats("s", new int[] { 4, 1, 1 }, 1, 1, 3, 3)
				.floats("b", new int[] { 4, 1, 1 }, 0, 0, 1, 1).node("Mul", "n s", "m").node("Add", "m b", "y");
		float[] expected = new float[16];
		for (int group = 0; group < 2; group++) {
			double mean = 0;
			double variance = 0;
			for (int i = 0; i < 8; i++) {
				mean += x[8 * group + i] / 8;
			}
			for (int i = 0; i < 8; i++) {
				variance += Math.pow(x[8 * group + i] - mean, 2) / 8;
			}
			for (int i = 0; i < 8; i++) {
				double unit = (x[8 * group + i] - mean) / Math.sqrt(variance + 1e-5);
				expected[8 * group + i] = (float) (group == 0 ? unit : 3 * unit + 1);
			}
		}
		Answers.assertClose(expected, answer(perGroup, x), TOLERANCE);
		Answers.assertClose(expected, answer(perChannel, x), TOLERANCE);
		Answers.assertClose(expected, answer(parts, x), TOLERANCE);
	}

	@Test
	void softmaxBeforeOpset13JoinsTheAxes() throws Exception {
		float[] x = values("x", 2, 3);
		double sum = 0;
		for (float value : x) {
			sum += Math.exp(value);
		}
		float[] expected = new float[6];
		for (int i = 0; i < 6; i++) {
			expected[i] = (float) (Math.exp(x[i]) / sum);
		}
		Answers.assertClose(expected, answer(new OnnxBuilder(11).input("x", 0, 2, 3).node("Softmax", "x", "y"), x),
				TOLERANCE);
	}

	@Test
	void softmaxOfOnePositionIsFoundByTheNetwork() throws Exception {
		Network network = new OnnxBuilder(9).input("x", 0, 5, 1, 1).node("Relu", "x", "logits")
				.node("Softmax", "logits", "y").output("y").read(folder);
		assertEquals(0, assertInstanceOf(Softmax.class, network.layer("y").operation()).axis());
		assertEquals("logits", network.preSoftmax(network.layer("y")).orElseThrow().name());
	}

	@Test
	void softmaxSinceOpset13TakesTheLastAxis() throws Exception {
		float[] answer = answer(new OnnxBuilder(13).input("x", 0, 2, 2).node("Softmax", "x", "y"), 1, 1, 5, 5);
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0.5f, 0.5f }, answer, 1e-6f);
	}

	@Test
	void padsByAttributeOrInputAndCutsWhereNegative() throws Exception {
		assertArrayEquals(new float[] { 7, 1, 2, 7, 3, 4 }, answer(new OnnxBuilder(10).input("x", 0, 1, 2, 2)
				.node("Pad", "x", "y", ints("pads", 0, 0, 0, 1, 0, 0, 0, 0), decimal("value", 7)), 1, 2, 3, 4));
		assertArrayEquals(new float[] { 7, 1, 2, 7, 3, 4 },
				answer(new OnnxBuilder(13).input("x", 0, 1, 2, 2).longs("pads", 0, 0, 0, 1, 0, 0, 0, 0)
						.scalar("seven", 7).node("Pad", "x pads seven", "y"), 1, 2, 3, 4));
		assertArrayEquals(new float[] { 7, 3 },
				answer(new OnnxBuilder(18).input("x", 0, 1, 2, 2).longs("pads", -1, 1, 0, -1).longs("axes", 2, 3)
						.scalar("seven", 7).node("Pad", "x pads seven axes", "y"), 1, 2, 3, 4));
		assertArrayEquals(new float[] { 3, 2, 1, 2, 3, 2 }, answer(new OnnxBuilder(13).input("x", 0, 1, 3)
				.longs("pads", 0, 0, 2, 0, 0, 1).node("Pad", "x pads", "y", text("mode", "reflect")), 1, 2, 3));
	}

	@Test
	void slicesTakePartsBackwardsToo() throws Exception {
		assertArrayEquals(new float[] { 2, 3, 4 }, answer(new OnnxBuilder(9).input("x", 0, 5).node("Slice", "x", "y",
				ints("starts", 1), ints("ends", -1), ints("axes", 1)), 1, 2, 3, 4, 5));
		assertArrayEquals(new float[] { 2, 4 },
				answer(new OnnxBuilder(13).input("x", 0, 5).longs("from", 1).longs("to", 4).longs("axes", -1)
						.longs("step", 2).node("Slice", "x from to axes step", "y"), 1, 2, 3, 4, 5));
		assertArrayEquals(
				new float[] { 5, 3, 1 }, answer(
						new OnnxBuilder(13).input("x", 0, 5).longs("from", -1).longs("to", Long.MIN_VALUE + 1)
								.longs("axes", 1).longs("step", -2).node("Slice", "x from to axes step", "y"),
						1, 2, 3, 4, 5));
	}

	@ParameterizedTest
	@ValueSource(ints = { 11, 13, 18 })
	void splitsIntoNamedParts(int opset) throws Exception {
		OnnxBuilder model = new OnnxBuilder(opset).input("x", 0, 5).longs("sizes", 2, 3);
		if (opset < 13) {
			model.named("split", "Split", "x", "a b", integer("axis", 1), ints("split", 2, 3));
		} else {
			model.named("split", "Split", "x sizes", "a b", integer("axis", 1));
		}
		Network network = model.output("b").output("a").read(folder);
		assertArrayEquals(new float[] { 3, 4, 5 }, Answers.of(network, "b", 1, 2, 3, 4, 5));
		assertArrayEquals(new float[] { 1, 2 }, Answers.of(network, "split", 1, 2, 3, 4, 5));
		assertEquals("split", network.layer("a").name());
	}

	@Test
	void gathersElementsInAnyOrder() throws Exception {
		assertArrayEquals(new float[] { 3, 1, 2 }, answer(new OnnxBuilder(13).input("x", 0, 3, 1, 1).longs("i", 2, 0, 1)
				.node("Gather", "x i", "y", integer("axis", 1)), 1, 2, 3));
		Network one = new OnnxBuilder(13).input("x", 0, 3, 2).constant("i", -1)
				.node("Gather", "x i", "y", integer("axis", 1)).output("y").read(folder);
		assertEquals(Shape.vector(2), one.layer("y").shape());
		assertArrayEquals(new float[] { 5, 6 }, Answers.of(one, 1, 2, 3, 4, 5, 6));
	}

	@Test
	void concatenatesWithConstants() throws Exception {
		assertArrayEquals(new float[] { 8, 9, 1, 2 }, answer(new OnnxBuilder(13).input("x", 0, 1, 2)
				.floats("c", new int[] { 1, 1, 2 }, 8, 9).node("Concat", "c x", "y", integer("axis", 1)), 1, 2));
	}

	@Test
	void expandsAndTiles() throws Exception {
		assertArrayEquals(new float[] { 1, 1, 1, 2, 2, 2 },
				answer(new OnnxBuilder(13).input("x", 0, 2, 1).longs("s", 1, 2, 3).node("Expand", "x s", "y"), 1, 2));
		assertArrayEquals(new float[] { 1, 2, 1, 2 },
				answer(new OnnxBuilder(13).input("x", 0, 2).longs("r", 1, 2).node("Tile", "x r", "y"), 1, 2));
	}

	@Test
	void upsamplesInTheOldForms() throws Exception {
		float[] expected = { 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4 };
		assertArrayEquals(expected, answer(
				new OnnxBuilder(7).input("x", 0, 1, 2, 2).node("Upsample", "x", "y", decimals("scales", 1, 1, 2, 2)), 1,
				2, 3, 4));
		assertArrayEquals(expected, answer(new OnnxBuilder(9).input("x", 0, 1, 2, 2)
				.floats("s", new int[] { 4 }, 1, 1, 2, 2).node("Upsample", "x s", "y"), 1, 2, 3, 4));
		assertArrayEquals(expected, answer(new OnnxBuilder(10).input("x", 0, 1, 2, 2)
				.floats("s", new int[] { 4 }, 1, 1, 2, 2).node("Resize", "x s", "y"), 1, 2, 3, 4));
	}

	@ParameterizedTest
	@CsvSource({ "asymmetric, floor", "half_pixel, round_prefer_floor", "half_pixel, round_prefer_ceil",
			"tf_half_pixel_for_nn, floor", "pytorch_half_pixel, round_prefer_floor" })
	void nearestResizesThatAgreeAreRead(String coordinates, String rounding) throws Exception {
		assertArrayEquals(
				new float[] { 1, 1, 2, 2, 3, 3 }, answer(
						new OnnxBuilder(13).input("x", 0, 1, 3).longs("s", 1, 1, 6).node("Resize", "x _ _ s", "y",
								text("coordinate_transformation_mode", coordinates), text("nearest_mode", rounding)),
						1, 2, 3));
	}

	@Test
	void linearResizesAreRead() throws Exception {
		assertArrayEquals(new float[] { 1, 1.5f, 2.5f, 3 },
				answer(new OnnxBuilder(11).input("x", 0, 1, 2).floats("roi", new int[0])
						.floats("s", new int[] { 3 }, 1, 1, 2).node("Resize", "x _ s", "y", text("mode", "linear")), 1,
						3),
				1e-6f);
		Network corners = new OnnxBuilder(11).input("x", 0, 1, 2, 2).longs("s", 1, 1, 3, 3).node("Resize", "x _ _ s",
				"y", text("mode", "linear"), text("coordinate_transformation_mode", "align_corners")).output("y")
				.read(folder);
		assertArrayEquals(new float[] { 1, 1.5f, 2, 2, 2.5f, 3, 3, 3.5f, 4 }, Answers.of(corners, 1, 2, 3, 4), 1e-6f);
		assertEquals(Resize.Coordinates.ALIGN_CORNERS,
				assertInstanceOf(Resize.class, corners.layer("y").operation()).coordinates());
	}

	@Test
	void cubicResizesAreRefused() {
		assertEquals(
				"Layer 'y' (Resize) of model.onnx resizes by 'cubic' interpolation, which Starfish cannot; "
						+ "use nearest or linear.",
				assertThrows(StarfishException.class,
						() -> new OnnxBuilder(11).input("x", 0, 1, 2, 2).longs("s", 1, 1, 3, 3)
								.node("Resize", "x _ _ s", "y", text("mode", "cubic")).output("y").read(folder))
						.getMessage());
	}

	@Test
	void powersOfSmallNumbersAreActivations() throws Exception {
		Network network = new OnnxBuilder(13).input("x", 0, 3).scalar("two", 2).node("Pow", "x two", "y").output("y")
				.read(folder);
		assertEquals(Activation.Function.SQUARE,
				assertInstanceOf(Activation.class, network.layer("y").operation()).function());
	}

	@Test
	void poolingTakesAllItsAttributes() throws Exception {
		OnnxBuilder average = new OnnxBuilder(11).input("x", 0, 1, 4).node("AveragePool", "x", "y",
				ints("kernel_shape", 3), ints("pads", 1, 1), ints("strides", 2));
		assertArrayEquals(new float[] { 1.5f, 3 }, answer(average, 1, 2, 3, 4), 1e-6f);
		OnnxBuilder counted = new OnnxBuilder(11).input("x", 0, 1, 4).node("AveragePool", "x", "y",
				ints("kernel_shape", 3), ints("pads", 1, 1), ints("strides", 2), integer("count_include_pad", 1));
		assertArrayEquals(new float[] { 1, 3 }, answer(counted, 1, 2, 3, 4), 1e-6f);
		OnnxBuilder ceil = new OnnxBuilder(11).input("x", 0, 1, 4).node("MaxPool", "x", "y", ints("kernel_shape", 2),
				ints("strides", 3), integer("ceil_mode", 1));
		assertArrayEquals(new float[] { 2, 4 }, answer(ceil, 1, 2, 3, 4), 1e-6f);
		OnnxBuilder dilated = new OnnxBuilder(11).input("x", 0, 1, 4).node("MaxPool", "x", "y", ints("kernel_shape", 2),
				ints("dilations", 2));
		assertArrayEquals(new float[] { 3, 9 }, answer(dilated, 1, 9, 3, 4), 1e-6f);
		OnnxBuilder norm = new OnnxBuilder(11).input("x", 0, 1, 2).node("LpPool", "x", "y", ints("kernel_shape", 2));
		assertArrayEquals(new float[] { 5 }, answer(norm, 3, 4), 1e-5f);
	}

	@Test
	void blocksOfChannelsBecomePositions() throws Exception {
		assertArrayEquals(new float[] { 1, 3, 5, 7, 2, 4, 6, 8 }, answer(
				new OnnxBuilder(13).input("x", 0, 8, 1, 1).node("DepthToSpace", "x", "y", integer("blocksize", 2)), 1,
				2, 3, 4, 5, 6, 7, 8));
		assertArrayEquals(new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }, answer(new OnnxBuilder(13).input("x", 0, 8, 1, 1)
				.node("DepthToSpace", "x", "y", integer("blocksize", 2), text("mode", "CRD")), 1, 2, 3, 4, 5, 6, 7, 8));
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, answer(
				new OnnxBuilder(13).input("x", 0, 1, 2, 2).node("SpaceToDepth", "x", "y", integer("blocksize", 2)), 1,
				2, 3, 4));
	}

	@Test
	void constantMatricesMultiplyFromTheLeft() throws Exception {
		assertArrayEquals(new float[] { 1 + 2 * 3, 2 + 2 * 4 }, answer(new OnnxBuilder(13).input("x", 0, 2, 2)
				.floats("w", new int[] { 1, 2 }, 1, 2).node("MatMul", "w x", "y"), 1, 2, 3, 4), 1e-6f);
	}

	@Test
	void vectorsAreBroughtToLengthOne() throws Exception {
		assertArrayEquals(new float[] { 0.6f, 0.8f },
				answer(new OnnxBuilder(13).input("x", 0, 2).node("LpNormalization", "x", "y"), 3, 4), 1e-6f);
	}

	@Test
	void slopesOfAParametricReluFitChannels() throws Exception {
		for (int[] dims : new int[][] { { 2, 1, 1 }, { 1, 2, 1, 1 }, { 2 } }) {
			assertArrayEquals(new float[] { -1, -1, -1, -2, -2, -2 },
					answer(new OnnxBuilder(13).input("x", 0, 2, 1, 3).floats("s", dims, 1, 2).node("PRelu", "x s", "y"),
							-1, -1, -1, -1, -1, -1),
					1e-6f);
		}
	}
}
