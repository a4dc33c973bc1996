// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.ide;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.nd4j.shade.protobuf.ByteString;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/** A network whose layer <i>wide</i> has 2,048 channels of 14 x 14 values, as the last ones of large networks have. */
final class WideModel {
	private static final int SIDE = 224;
	private static final int CHANNELS = 2048;
	private static final int STEM = 32;
	private static final int KERNEL = 7;
	private static final int STRIDE = 4;
	private static final int OPSET = 13;
	private static final int IR_VERSION = 7;

	private WideModel() {
	}

	/** Writes it as an ONNX file. */
	static void write(Path file) throws IOException {
		var random = new Random(0);
		GraphProto.Builder graph = GraphProto.newBuilder().setName("wide");
		graph.addInput(info("data", 1, 3, SIDE, SIDE));
		graph.addInitializer(noise(random, "w1", STEM, 3, KERNEL, KERNEL));
		graph.addInitializer(noise(random, "w2", CHANNELS, STEM, 3, 3));
		graph.addNode(convolution("stem", "data w1", KERNEL));
		graph.addNode(node("Relu", "stem", "stem_relu"));
		graph.addNode(convolution("wide", "stem_relu w2", 3));
		graph.addNode(node("Relu", "wide", "wide_relu"));
		graph.addNode(node("GlobalAveragePool", "wide_relu", "pool"));
		graph.addNode(node("Flatten", "pool", "flat"));
		graph.addOutput(info("flat", 1, CHANNELS));
		ModelProto model = ModelProto.newBuilder().setIrVersion(IR_VERSION)
				.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET)).setGraph(graph).build();
		try (OutputStream out = Files.newOutputStream(file)) {
			model.writeTo(out);
		}
	}

	private static NodeProto convolution(String name, String inputs, int kernel) {
		return node("Conv", inputs, name).toBuilder().addAttribute(integers("kernel_shape", kernel, kernel))
				.addAttribute(integers("strides", STRIDE, STRIDE))
				.addAttribute(integers("pads", kernel / 2, kernel / 2, kernel / 2, kernel / 2)).build();
	}

	private static NodeProto node(String type, String inputs, String output) {
		return NodeProto.newBuilder().setName(output).setOpType(type).addAllInput(List.of(inputs.split(" "))).addOutput(output)
				.build();
	}

	private static AttributeProto integers(String name, long... values) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS)
				.addAllInts(Arrays.stream(values).boxed().toList()).build();
	}

	private static TensorProto noise(Random random, String name, int... dims) {
		int inputs = Arrays.stream(dims).skip(1).reduce(1, (a, b) -> a * b);
		var bytes = ByteBuffer.allocate(Float.BYTES * dims[0] * inputs).order(ByteOrder.LITTLE_ENDIAN);
		while (bytes.hasRemaining()) {
			bytes.putFloat((float) (random.nextGaussian() / Math.sqrt(inputs)));
		}
		TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(TensorProto.DataType.FLOAT_VALUE)
				.setRawData(ByteString.copyFrom(bytes.flip()));
		for (int dim : dims) {
			tensor.addDims(dim);
		}
		return tensor.build();
	}

	private static ValueInfoProto info(String name, long... dims) {
		TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (long dim : dims) {
			shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(dim));
		}
		return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
				TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT_VALUE).setShape(shape))).build();
	}
}
