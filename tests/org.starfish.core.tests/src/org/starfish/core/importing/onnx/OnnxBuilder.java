// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.nd4j.shade.protobuf.ByteString;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.OperatorSetIdProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * Writes small ONNX models, as exporters do. Names in lists are separated by blanks; {@code _} is an input left out.
 */
final class OnnxBuilder {
	private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
	private final int opset;

	OnnxBuilder(int opset) {
		this.opset = opset;
	}

	/** A float input; sizes of 0 are open. */
	OnnxBuilder input(String name, long... dims) {
		return typedInput(name, TensorProto.DataType.FLOAT_VALUE, dims);
	}

	OnnxBuilder typedInput(String name, int type, long... dims) {
		graph.addInput(info(name, type, dims));
		return this;
	}

	OnnxBuilder output(String name) {
		graph.addOutput(ValueInfoProto.newBuilder().setName(name));
		return this;
	}

	/** A node without a name of its own. */
	OnnxBuilder node(String type, String inputs, String outputs, AttributeProto... attributes) {
		return named("", type, inputs, outputs, attributes);
	}

	OnnxBuilder named(String name, String type, String inputs, String outputs, AttributeProto... attributes) {
		NodeProto.Builder node = NodeProto.newBuilder().setName(name).setOpType(type);
		if (!inputs.isEmpty()) {
			Arrays.stream(inputs.split(" ")).forEach(input -> node.addInput(input.equals("_") ? "" : input));
		}
		node.addAllOutput(List.of(outputs.split(" "))).addAllAttribute(List.of(attributes));
		graph.addNode(node);
		return this;
	}

	OnnxBuilder inDomain(String domain, String type, String inputs, String outputs) {
		graph.addNode(NodeProto.newBuilder().setOpType(type).setDomain(domain).addAllInput(List.of(inputs.split(" ")))
				.addAllOutput(List.of(outputs.split(" "))));
		return this;
	}

	OnnxBuilder tensor(TensorProto tensor) {
		graph.addInitializer(tensor);
		return this;
	}

	OnnxBuilder floats(String name, int[] dims, float... values) {
		return tensor(floatTensor(name, dims, values));
	}

	/** A scalar. */
	OnnxBuilder scalar(String name, float value) {
		return floats(name, new int[0], value);
	}

	/** Normally distributed values that depend on the name. */
	OnnxBuilder noise(String name, int... dims) {
		return floats(name, dims, values(name, dims));
	}

	/** The values that {@link #noise} writes. */
	static float[] values(String name, int... dims) {
		var random = new Random(name.hashCode());
		float[] values = new float[Arrays.stream(dims).reduce(1, (a, b) -> a * b)];
		for (int i = 0; i < values.length; i++) {
			values[i] = (float) random.nextGaussian();
		}
		return values;
	}

	/** A list of whole numbers. */
	OnnxBuilder longs(String name, long... values) {
		return tensor(longTensor(values).setName(name).build());
	}

	/** A node that holds whole numbers; without an axis if there is one. */
	OnnxBuilder constant(String name, long... values) {
		TensorProto.Builder tensor = longTensor(values);
		if (values.length == 1) {
			tensor.clearDims();
		}
		return node("Constant", "", name, tensor("value", tensor.build()));
	}

	static TensorProto floatTensor(String name, int[] dims, float... values) {
		ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		return header(name, TensorProto.DataType.FLOAT_VALUE, dims).setRawData(ByteString.copyFrom(bytes)).build();
	}

	static TensorProto.Builder header(String name, int type, int... dims) {
		TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type);
		Arrays.stream(dims).forEach(tensor::addDims);
		return tensor;
	}

	private static TensorProto.Builder longTensor(long... values) {
		TensorProto.Builder tensor = header("", TensorProto.DataType.INT64_VALUE, values.length);
		Arrays.stream(values).forEach(tensor::addInt64Data);
		return tensor;
	}

	static AttributeProto ints(String name, long... values) {
		AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name)
				.setType(AttributeProto.AttributeType.INTS);
		Arrays.stream(values).forEach(attribute::addInts);
		return attribute.build();
	}

	static AttributeProto integer(String name, long value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
	}

	static AttributeProto decimal(String name, float value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value)
				.build();
	}

	static AttributeProto decimals(String name, float... values) {
		AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name)
				.setType(AttributeProto.AttributeType.FLOATS);
		for (float value : values) {
			attribute.addFloats(value);
		}
		return attribute.build();
	}

	static AttributeProto text(String name, String value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING)
				.setS(ByteString.copyFromUtf8(value)).build();
	}

	static AttributeProto tensor(String name, TensorProto value) {
		return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.TENSOR).setT(value)
				.build();
	}

	private static ValueInfoProto info(String name, int type, long... dims) {
		TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
		for (long dim : dims) {
			TensorShapeProto.Dimension.Builder size = TensorShapeProto.Dimension.newBuilder();
			shape.addDim(dim == 0 ? size.setDimParam("open") : size.setDimValue(dim));
		}
		return ValueInfoProto.newBuilder().setName(name).setType(
				TypeProto.newBuilder().setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
				.build();
	}

	byte[] bytes() {
		return ModelProto.newBuilder().setIrVersion(8).setProducerName("test").setGraph(graph)
				.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset)).build().toByteArray();
	}

	Path write(Path folder) throws IOException {
		return Files.write(folder.resolve("model.onnx"), bytes());
	}

	Network read(Path folder) throws IOException, StarfishException {
		return new OnnxImporter().read(write(folder), Progress.NONE);
	}
}
