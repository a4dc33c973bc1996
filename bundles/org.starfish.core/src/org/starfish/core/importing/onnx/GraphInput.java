// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

import onnx.Onnx.GraphProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorShapeProto.Dimension;
import onnx.Onnx.TypeProto;
import onnx.Onnx.ValueInfoProto;

/**
 * The one input of a graph that takes the picture.
 *
 * @param name its name
 * @param shape of one example, open heights and widths chosen
 * @param batch the number of examples that the file states, empty if open
 */
record GraphInput(String name, Shape shape, OptionalInt batch) {
	/** Height and width of a picture where the file leaves them open: what most networks are trained on. */
	private static final int USUAL_SIZE = 224;
	private static final int USUAL_CHANNELS = 3;
	private static final int MOST_CHANNELS = 4;

	/** Operators that leave the layout alone, so that what follows them tells the layout of the input. */
	private static final Set<String> POINTWISE = Set.of("Identity", "Cast", "Add", "Sub", "Mul", "Div", "Clip", "Relu",
			"Dropout", "Neg", "Pad");

	/**
	 * Finds the input among those that a graph declares.
	 *
	 * @param initializers the tensors that the file holds; old files declare them as inputs too
	 * @throws StarfishException if there is not just one, or it cannot be a picture
	 */
	static GraphInput find(Path file, GraphProto graph, List<OnnxNode> nodes, Map<String, TensorProto> initializers)
			throws StarfishException {
		Set<String> read = new HashSet<>();
		nodes.forEach(node -> read.addAll(node.inputs()));
		List<ValueInfoProto> inputs = graph.getInputList().stream()
				.filter(input -> !initializers.containsKey(input.getName()) && read.contains(input.getName())).toList();
		if (inputs.isEmpty()) {
			throw new StarfishException(
					"%s has no input that its layers read; export the model again.".formatted(file.getFileName()));
		}
		if (inputs.size() > 1) {
			throw new StarfishException("%s has several inputs (%s); %s.".formatted(file.getFileName(),
					inputs.stream().map(input -> Printable.of(input.getName())).limit(8)
							.collect(Collectors.joining(", ")),
					"export it with the picture as its only input and everything else as constants"));
		}
		return of(file, inputs.get(0), nodes, initializers);
	}

	private static GraphInput of(Path file, ValueInfoProto input, List<OnnxNode> nodes,
			Map<String, TensorProto> initializers) throws StarfishException {
		String subject = "The input '%s' of %s".formatted(Printable.of(input.getName()), file.getFileName());
		TypeProto.Tensor type = input.getType().getTensorType();
		if (!TensorReader.isReal(type.getElemType()) && type.getElemType() != TensorProto.DataType.UINT8_VALUE) {
			throw new StarfishException("%s takes %s, not a picture; Starfish opens networks that take real numbers."
					.formatted(subject, TensorReader.typeName(type.getElemType())));
		}
		List<Dimension> dims = type.getShape().getDimList();
		if (dims.size() < 2 || dims.size() > 5) {
			throw new StarfishException("%s has %d axes; Starfish opens networks whose input has %s.".formatted(subject,
					dims.size(), "a batch axis and one to four others"));
		}
		OptionalInt batch = size(dims.get(0), subject);
		ChannelOrder order = order(input.getName(), dims, nodes, subject);
		int[] sizes = new int[dims.size() - 1];
		long count = 1;
		for (int axis = 0; axis < sizes.length; axis++) {
			OptionalInt size = size(dims.get(axis + 1), subject);
			boolean channels = axis == (order == ChannelOrder.FIRST ? 0 : sizes.length - 1);
			if (size.isEmpty() && sizes.length != 3) {
				throw new StarfishException("%s leaves the size of axis %d open; export the model with a fixed size."
						.formatted(subject, axis + 1));
			}
			sizes[axis] = size.orElse(channels ? channels(input.getName(), nodes, initializers) : USUAL_SIZE);
			count *= sizes[axis];
			if (count > Integer.MAX_VALUE) {
				throw new StarfishException(
						"%s is too large; get a fresh copy of the file or fix the input's size.".formatted(subject));
			}
		}
		return new GraphInput(input.getName(), Shape.of(order, sizes), batch);
	}

	/** As many channels as the first convolution takes. */
	private static int channels(String name, List<OnnxNode> nodes, Map<String, TensorProto> initializers)
			throws StarfishException {
		Set<String> same = new HashSet<>(Set.of(name));
		for (OnnxNode node : nodes) {
			if (node.inputs().stream().anyMatch(same::contains)) {
				TensorProto kernel = node.inputs().size() < 2 ? null : initializers.get(node.inputs().get(1));
				if (node.type().equals("Conv") && kernel != null && kernel.getDimsCount() > 2) {
					long channels = kernel.getDims(1) * node.integer("group", 1);
					return channels > 0 && channels <= Short.MAX_VALUE ? (int) channels : USUAL_CHANNELS;
				} else if (POINTWISE.contains(node.type()) || node.type().equals("Transpose")) {
					same.add(node.outputs().get(0));
				}
			}
		}
		return USUAL_CHANNELS;
	}

	private static OptionalInt size(Dimension dim, String subject) throws StarfishException {
		if (dim.getDimValue() <= 0) {
			return OptionalInt.empty();
		}
		if (dim.getDimValue() > Integer.MAX_VALUE) {
			throw new StarfishException("%s has the impossible size %d; get a fresh copy of the file."
					.formatted(subject, dim.getDimValue()));
		}
		return OptionalInt.of((int) dim.getDimValue());
	}

	/**
	 * Channels are first in ONNX, but exporters from TensorFlow keep a picture's channels last and transpose it then.
	 */
	private static ChannelOrder order(String name, List<Dimension> dims, List<OnnxNode> nodes, String subject)
			throws StarfishException {
		if (dims.size() != 4) {
			return ChannelOrder.FIRST;
		}
		Set<String> same = new HashSet<>(Set.of(name));
		for (OnnxNode node : nodes) {
			if (node.inputs().stream().anyMatch(same::contains)) {
				if (POINTWISE.contains(node.type())) {
					same.add(node.outputs().get(0));
				} else if (node.type().equals("Conv")) {
					return ChannelOrder.FIRST;
				} else if (node.type().equals("Transpose")) {
					int[] permutation = node.integers("perm").orElse(new int[0]);
					return permutation.length == 4 && permutation[1] == 3 ? ChannelOrder.LAST : ChannelOrder.FIRST;
				}
			}
		}
		OptionalInt last = size(dims.get(3), subject);
		OptionalInt first = size(dims.get(1), subject);
		boolean lastFew = last.isPresent() && last.getAsInt() <= MOST_CHANNELS;
		boolean firstFew = first.isPresent() && first.getAsInt() <= MOST_CHANNELS;
		return lastFew && !firstFew ? ChannelOrder.LAST : ChannelOrder.FIRST;
	}
}
