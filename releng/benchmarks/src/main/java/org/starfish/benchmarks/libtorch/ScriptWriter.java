// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

/**
 * Writes the part of a network that one layer needs as a TorchScript module, in one of several {@link Form forms}. The module has the
 * methods {@code forward(x)}, which answers the layer's activation; {@code gradient(x, seed)}, which answers the gradient of
 * {@code <seed, activation>} with respect to {@code x}; and {@code prepare(x)}, which must run once before, to put the weights into the
 * form's layout. Pictures are {@code [batch, h, w, c]} on both sides.
 * <p>
 * Batch normalizations are folded into the convolutions before them, and activations work in place where nobody else reads.
 */
final class ScriptWriter {
	private final Network network;
	private final Layer target;
	private final Form form;
	private final int batch;
	private final Map<String, Shape> shapes;
	private final Map<String, List<Layer>> readers = new HashMap<>();
	private final ScriptTensors tensors = new ScriptTensors();
	private final StringBuilder preparation = new StringBuilder();
	private final StringBuilder body = new StringBuilder();
	/** The variable that holds a layer's answer. */
	private final Map<String, String> variables = new HashMap<>();
	/** Variables in oneDNN's own layouts. */
	private final Set<String> opaque = new HashSet<>();

	private ScriptWriter(Network network, Shape input, int batch, Layer target, Form form) throws StarfishException {
		this.network = network;
		this.target = target;
		this.form = form;
		this.batch = batch;
		List<Layer> needed = network.needed(List.of(target));
		shapes = network.shapes(input, needed);
		for (Layer layer : needed) {
			layer.inputs().forEach(name -> readers.computeIfAbsent(name, key -> new ArrayList<>()).add(layer));
		}
		for (Layer layer : needed) {
			if (!variables.containsKey(layer.name())) {
				variables.put(layer.name(), add(layer));
			}
		}
	}

	/**
	 * @param input the shape of one example
	 * @throws StarfishException if a layer has an operation that none of the benchmark's networks has
	 */
	static void write(Network network, Shape input, int batch, Layer target, Form form, Path file) throws StarfishException, IOException {
		var writer = new ScriptWriter(network, input, batch, target, form);
		ScriptFile.write(file, writer.tensors.all(), writer.methods());
	}

	private String methods() {
		String answer = plain(variables.get(target.name()));
		if (shapes.get(target.name()).rank() == 3) {
			answer = let("torch.contiguous(torch.permute(%s, [0, 2, 3, 1]))", answer);
		}
		return """
				  def forward(self: __torch__.Net, x: Tensor) -> Tensor:
				%s    return %s
				  def gradient(self: __torch__.Net, x: Tensor, seed: Tensor) -> Tensor:
				    input = torch.requires_grad_(torch.detach(x), True)
				    y = (self).forward(input, )
				    gradients = torch.grad([y], [input], annotate(List[Optional[Tensor]], [seed]))
				    return torch._unwrap_optional(gradients[0])
				  def prepare(self: __torch__.Net, x: Tensor) -> Tensor:
				%s    return x
				""".formatted(body, answer, preparation);
	}

	/** Writes what a layer computes; the variable that holds its answer. */
	private String add(Layer layer) throws StarfishException {
		return switch (layer.operation()) {
		case Input input -> input();
		case Identity identity -> read(layer);
		case Convolution convolution -> convolution(layer, convolution);
		case Dense dense -> dense(layer, dense);
		case BatchNormalization normalization -> normalization(layer, normalization);
		case Activation activation -> activation(layer, activation);
		case Pooling pooling -> pooling(layer, pooling);
		case GlobalPooling pooling -> let(pooling.maximum() ? "torch.amax(%s, [2, 3], %s)" : "torch.mean(%s, [2, 3], %s)",
				plain(read(layer)), bool(pooling.keepAxes()));
		case LocalResponseNormalization normalization -> normalization(layer, normalization);
		case Concatenation concatenation -> let("torch.cat([%s], %d)",
				layer.inputs().stream().map(variables::get).map(this::plain).collect(Collectors.joining(", ")),
				axis(input(layer), concatenation.axis()));
		case Pad pad -> pad(layer, pad);
		case Reshape reshape -> reshape(layer);
		case Softmax softmax -> let(softmax.logarithm() ? "torch.log_softmax(%s, %d)" : "torch.softmax(%s, %d)", plain(read(layer)),
				axis(input(layer), softmax.axis()));
		default -> throw unsupported(layer);
		};
	}

	private String input() {
		String picture = let("torch.permute(x, [0, 3, 1, 2])");
		return form == Form.CONTIGUOUS || form == Form.MKLDNN ? let("torch.contiguous(%s)", picture) : picture;
	}

	private String convolution(Layer layer, Convolution convolution) throws StarfishException {
		if (convolution.strides().length != 2) {
			throw unsupported(layer);
		}
		int[] spatial = input(layer).spatial();
		int[] begin = new int[2];
		int[] end = new int[2];
		for (int axis = 0; axis < 2; axis++) {
			begin[axis] = convolution.padding().begin(axis, spatial[axis], convolution.span(axis), convolution.strides()[axis]);
			end[axis] = convolution.padding().end(axis, spatial[axis], convolution.span(axis), convolution.strides()[axis]);
		}
		String from = read(layer);
		if (!Arrays.equals(begin, end)) {
			from = padded(from, begin, end, "0.");
			begin = new int[2];
		}
		Optional<Layer> folded = onlyReader(layer).filter(reader -> reader.operation() instanceof BatchNormalization);
		String weights = name(layer);
		tensors.convolution(weights, convolution, folded.map(reader -> (BatchNormalization) reader.operation()));
		String result = convolution(from, weights, convolution, begin, spatial, fused(folded.orElse(layer)));
		if (form == Form.MKLDNN) {
			opaque.add(result);
		}
		cover(layer, result, fused(folded.orElse(layer)).isPresent() ? 1 + folded.stream().count() : folded.stream().count());
		return result;
	}

	private String convolution(String from, String weights, Convolution convolution, int[] padding, int[] spatial, Optional<String> fused) {
		String strides = Arrays.toString(convolution.strides());
		String pads = Arrays.toString(padding);
		String rest = "%s, %d".formatted(Arrays.toString(convolution.dilations()), convolution.groups());
		String plain = "torch.conv2d(%%s, self.%1$s, self.%1$s_bias, %2$s, %3$s, %4$s)".formatted(weights, strides, pads, rest);
		return switch (form) {
		case CONTIGUOUS -> {
			copy(weights);
			copy(weights + "_bias");
			yield let(plain, from);
		}
		case CHANNELS_LAST -> {
			channelsLast(weights);
			copy(weights + "_bias");
			yield let(plain, from);
		}
		case MKLDNN -> {
			prepare("self.%1$s = torch.mkldnn_reorder_conv2d_weight(torch.to_mkldnn(self.%1$s), %2$s, %3$s, %4$s, None)", weights, pads,
					strides, rest);
			prepare("self.%1$s_bias = torch.to_mkldnn(self.%1$s_bias)", weights);
			yield let(plain, opaque(from));
		}
		case FUSED -> {
			prepare("self.%1$s = ops.mkldnn._reorder_convolution_weight(self.%1$s, %2$s, %3$s, %4$s, [%5$d, %6$d, %7$d, %8$d])", weights,
					pads, strides, rest, batch, convolution.inputChannels(), spatial[0], spatial[1]);
			String function = fused.orElse("none");
			yield let(
					"ops.mkldnn._convolution_pointwise(%s, self.%2$s, self.%2$s_bias, %3$s, %4$s, %5$s, \"%6$s\", annotate(List[Optional[number]], [%7$s]), \"\")",
					from, weights, pads, strides, rest, function, function.equals("hardtanh") ? "0., 6." : "");
		}
		};
	}

	/** What oneDNN calls the activation that alone reads a layer, if it can apply it at the end of a convolution. */
	private Optional<String> fused(Layer layer) {
		if (form != Form.FUSED) {
			return Optional.empty();
		}
		return onlyReader(layer).map(Layer::operation).map(operation -> {
			if (!(operation instanceof Activation activation)) {
				return null;
			}
			return switch (activation.function()) {
			case RELU -> "relu";
			case CLIP -> activation.alpha() == 0 && activation.beta() == 6 ? "hardtanh" : null;
			default -> null;
			};
		});
	}

	/** Notes that the next layers, too, are answered by a variable. */
	private void cover(Layer layer, String variable, long count) {
		Layer covered = layer;
		for (long i = 0; i < count; i++) {
			covered = readers.get(covered.name()).get(0);
			variables.put(covered.name(), variable);
		}
	}

	private String dense(Layer layer, Dense dense) throws StarfishException {
		if (shapes.get(layer.name()).rank() != 1) {
			throw unsupported(layer);
		}
		String weights = name(layer);
		tensors.dense(weights, dense);
		copy(weights);
		copy(weights + "_bias");
		return let("torch.linear(%s, self.%2$s, self.%2$s_bias)", plain(read(layer)), weights);
	}

	private String normalization(Layer layer, BatchNormalization normalization) {
		String name = name(layer);
		tensors.normalization(name, normalization);
		copy(name + "_scale");
		copy(name + "_shift");
		return let("torch.add(torch.mul(%s, self.%2$s_scale), self.%2$s_shift)", plain(read(layer)), name);
	}

	private String activation(Layer layer, Activation activation) throws StarfishException {
		String from = read(layer);
		Layer source = network.layer(layer.inputs().get(0));
		Operation operation = source.operation();
		boolean alone = onlyReader(source).isPresent() && (operation instanceof Convolution || operation instanceof Dense
				|| operation instanceof BatchNormalization);
		String place = alone ? "_" : "";
		return switch (activation.function()) {
		case RELU -> like(from, let("torch.relu%s(%s)", place, from));
		case CLIP -> let("torch.hardtanh%s(%s, %s, %s)", place, plain(from), number(activation.alpha()), number(activation.beta()));
		default -> throw unsupported(layer);
		};
	}

	private String pooling(Layer layer, Pooling pooling) throws StarfishException {
		if (pooling.kernel().length != 2) {
			throw unsupported(layer);
		}
		int[] spatial = input(layer).spatial();
		int[] positions = shapes.get(layer.name()).spatial();
		int[] begin = new int[2];
		int[] end = new int[2];
		boolean floor = true;
		boolean ceil = true;
		for (int axis = 0; axis < 2; axis++) {
			int stride = pooling.strides()[axis];
			begin[axis] = pooling.padding().begin(axis, spatial[axis], pooling.span(axis), stride);
			end[axis] = pooling.padding().end(axis, spatial[axis], pooling.span(axis), stride);
			int room = spatial[axis] + 2 * begin[axis] - pooling.span(axis);
			floor &= positions[axis] == room / stride + 1;
			ceil &= positions[axis] == Math.ceilDiv(room, stride) + 1 && (positions[axis] - 1) * stride < spatial[axis] + begin[axis];
		}
		String from = read(layer);
		String window = "%s, %s".formatted(Arrays.toString(pooling.kernel()), Arrays.toString(pooling.strides()));
		switch (pooling.function()) {
		case MAXIMUM -> {
			if (!floor && !ceil) {
				from = padded(from, begin, end, "-inf");
				begin = new int[2];
			}
			return like(from, let("torch.max_pool2d(%s, %s, %s, %s, %s)", from, window, Arrays.toString(begin),
					Arrays.toString(pooling.dilations()), bool(!floor && ceil)));
		}
		case AVERAGE -> {
			if (!floor || begin[0] + begin[1] + end[0] + end[1] > 0) {
				throw unsupported(layer);
			}
			return like(from, let("torch.avg_pool2d(%s, %s, [0, 0], False, True, None)", from, window));
		}
		default -> throw unsupported(layer);
		}
	}

	/** The sum over neighbouring channels as a 1x1 convolution, which is faster than PyTorch's own way, a pooling over three axes. */
	private String normalization(Layer layer, LocalResponseNormalization normalization) {
		String name = name(layer);
		tensors.neighbours(name, normalization, input(layer).channels());
		channelsLast(name);
		copy(name + "_bias");
		String from = plain(read(layer));
		return let("torch.mul(%1$s, torch.pow(torch.conv2d(torch.mul(%1$s, %1$s), self.%2$s, self.%2$s_bias), %3$s))", from, name,
				number(-normalization.beta()));
	}

	private String pad(Layer layer, Pad pad) throws StarfishException {
		Shape input = input(layer);
		int row = input.order() == ChannelOrder.FIRST ? 1 : 0;
		if (pad.mode() != Pad.Mode.CONSTANT || input.rank() != 3
				|| pad.begin()[input.channelAxis()] + pad.end()[input.channelAxis()] > 0) {
			throw unsupported(layer);
		}
		return padded(read(layer), Arrays.copyOfRange(pad.begin(), row, row + 2), Arrays.copyOfRange(pad.end(), row, row + 2),
				number(pad.value()));
	}

	private String padded(String from, int[] begin, int[] end, String value) {
		return let("torch.constant_pad_nd(%s, [%d, %d, %d, %d], %s)", plain(from), begin[1], end[1], begin[0], end[0], value);
	}

	private String reshape(Layer layer) {
		Shape from = input(layer);
		Shape to = shapes.get(layer.name());
		String value = plain(read(layer));
		if (from.rank() == 3 && from.order() == ChannelOrder.LAST) {
			value = let("torch.permute(%s, [0, 2, 3, 1])", value);
		}
		String dims = IntStream.of(to.dims()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
		value = let("torch.reshape(%s, [%d, %s])", value, batch, dims);
		return to.rank() == 3 && to.order() == ChannelOrder.LAST ? let("torch.permute(%s, [0, 3, 1, 2])", value) : value;
	}

	/** An axis as PyTorch counts it: with the batch, channels first. */
	private static int axis(Shape shape, int axis) {
		return shape.order() == ChannelOrder.FIRST || shape.rank() < 3 ? axis + 1 : axis == shape.channelAxis() ? 1 : axis + 2;
	}

	private String read(Layer layer) {
		return variables.get(layer.inputs().get(0));
	}

	private Shape input(Layer layer) {
		return shapes.get(layer.inputs().get(0));
	}

	/** The layer that alone reads another that nobody asked for. */
	private Optional<Layer> onlyReader(Layer layer) {
		List<Layer> found = readers.getOrDefault(layer.name(), List.of());
		return found.size() == 1 && layer != target ? Optional.of(found.get(0)) : Optional.empty();
	}

	/** Notes that {@code result} has the layout of {@code from}. */
	private String like(String from, String result) {
		if (opaque.contains(from)) {
			opaque.add(result);
		}
		return result;
	}

	private String plain(String variable) {
		return opaque.contains(variable) ? let("torch.to_dense(%s)", variable) : variable;
	}

	private String opaque(String variable) {
		return opaque.contains(variable) ? variable : let("torch.to_mkldnn(%s)", variable);
	}

	private String let(String expression, Object... arguments) {
		String variable = "v" + body.length();
		body.append("    %s = %s%n".formatted(variable, expression.formatted(arguments)));
		return variable;
	}

	/** Makes a weight anew: those that are loaded may not take part in a gradient. */
	private void copy(String weights) {
		prepare("self.%1$s = torch.clone(self.%1$s)", weights);
	}

	private void channelsLast(String weights) {
		prepare("self.%1$s = torch.clone(self.%1$s, memory_format=2)", weights);
	}

	private void prepare(String statement, Object... arguments) {
		preparation.append("    %s%n".formatted(statement.formatted(arguments)));
	}

	private String name(Layer layer) {
		return "w" + network.layers().indexOf(layer);
	}

	private static String bool(boolean value) {
		return value ? "True" : "False";
	}

	private static String number(float value) {
		return Double.toString(value);
	}

	private StarfishException unsupported(Layer layer) {
		return new StarfishException("Layer '%s' (%s) of %s is not one that the benchmark writes for libtorch.".formatted(layer.name(),
				layer.kind(), network.file().getFileName()));
	}
}
