// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.DelegatedComputation;
import org.starfish.core.engine.op.ElementwiseOp.Operand;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Arithmetic;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Concatenation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Delegated;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.DepthToSpace;
import org.starfish.core.network.operation.Elementwise;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.GroupNormalization;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.LayerNormalization;
import org.starfish.core.network.operation.LocalResponseNormalization;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Pad;
import org.starfish.core.network.operation.ParametricRelu;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reduction;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Slice;
import org.starfish.core.network.operation.Softmax;
import org.starfish.core.network.operation.TransposedConvolution;
import org.starfish.core.network.operation.Transpose;

/** Makes the op that computes a layer's operation. */
public final class Ops {
	private Ops() {
	}

	/**
	 * @param operation what to compute
	 * @param inputs the values it reads
	 * @param output the value it writes
	 * @throws StarfishException if the library that a layer is delegated to refuses it; the message is only the reason
	 */
	public static Op of(Operation operation, List<Value> inputs, Value output) throws StarfishException {
		Value input = inputs.get(0);
		Shape from = input.shape();
		Shape to = output.shape();
		Optional<Op> fast = OneDnnOps.of(operation, inputs, output);
		if (fast.isPresent()) {
			return fast.get();
		}
		return switch (operation) {
		case Input op -> throw new IllegalArgumentException("an input is not computed");
		case Identity op -> gather(input, output, Axes.map(to, place -> Axes.stored(from, place)));
		case Convolution op -> fused(new Fusion(Optional.empty(), op, Optional.empty(), Optional.empty()), input, output);
		case TransposedConvolution op -> new TransposedConvolutionOp(input, output, Geometry.of(op, from, to),
				op.weights().values(), bias(op.bias()), op.groups());
		case Dense op -> dense(op, input, output, Optional.empty());
		case Pooling op -> pooling(op, input, output);
		case GlobalPooling op -> new ReductionOp(input, output,
				Axes.map(from, place -> place[from.channelAxis()]),
				op.maximum() ? Reduction.Function.MAXIMUM : Reduction.Function.MEAN);
		case Reduction op -> new ReductionOp(input, output, reduced(op, from, to), op.function());
		case BatchNormalization op -> {
			float[][] affine = affine(op);
			yield new AffineOp(input, output, affine[0], affine[1]);
		}
		case GroupNormalization op -> groupNormalization(op, input, output);
		case LayerNormalization op -> layerNormalization(op, input, output);
		case LocalResponseNormalization op -> new LocalResponseNormalizationOp(input, output, op);
		case Activation op -> activation(op, input, output);
		case ParametricRelu op -> new ParametricReluOp(input, output, op.slope().values(),
				Axes.map(from, place -> Axes.stretched(op.slope().shape(), place)));
		case Softmax op -> new SoftmaxOp(input, output, lines(from, op.axis()), op.logarithm());
		case Elementwise op -> elementwise(op, inputs, output);
		case Arithmetic op -> arithmetic(op, input, output);
		case Concatenation op -> new ConcatenationOp(inputs, output, to.storedAxis(op.axis()));
		case Reshape op -> gather(input, output, Axes.map(to, place -> {
			int index = Axes.stretched(to.dims(), place);
			return Axes.stored(from, place(from.dims(), index));
		}));
		case Transpose op -> gather(input, output, Axes.map(to, place -> {
			int[] source = new int[place.length];
			for (int axis = 0; axis < place.length; axis++) {
				source[op.permutation()[axis]] = place[axis];
			}
			return Axes.stored(from, source);
		}));
		case Pad op -> new GatherOp(input, output, Axes.map(to, place -> padded(op, from, place)), op.value());
		case Slice op -> gather(input, output, Axes.map(to, place -> {
			int[] source = new int[place.length];
			for (int axis = 0; axis < place.length; axis++) {
				source[axis] = op.first(axis, from.dim(axis)) + place[axis] * op.step()[axis];
			}
			return Axes.stored(from, source);
		}));
		case Resize op -> op.interpolation() == Resize.Interpolation.LINEAR ? new LinearResizeOp(input, output, op)
				: gather(input, output, Axes.map(to, place -> nearest(op, from, place)));
		case DepthToSpace op -> gather(input, output, depthToSpace(op, from, to));
		case Delegated op -> new DelegatingOp(input, output, ((DelegatedComputation.Source) op).open());
		};
	}

	/**
	 * Layers that nobody looks between, in one.
	 *
	 * @param input what the first of them reads
	 * @param output what the last of them writes
	 */
	public static Op fused(Fusion fusion, Value input, Value output) {
		if (fusion.head() instanceof Dense op) {
			return dense(op, input, output, fusion.rectifier());
		}
		var convolution = (Convolution) fusion.head();
		float[] weights = convolution.weights().values();
		float[] bias = bias(convolution.bias());
		if (fusion.normalization().isPresent()) {
			float[][] affine = affine(fusion.normalization().get());
			weights = weights.clone();
			bias = bias.length > 0 ? bias.clone() : new float[convolution.outputChannels()];
			for (int i = 0; i < weights.length; i++) {
				weights[i] *= affine[0][i % bias.length];
			}
			for (int c = 0; c < bias.length; c++) {
				bias[c] = bias[c] * affine[0][c] + affine[1][c];
			}
		}
		Geometry g = fusion.geometry(convolution, input.shape(), output.shape());
		return convolution(convolution, g, weights, bias, input, output, fusion.rectifier());
	}

	private static Op activation(Activation op, Value input, Value output) {
		Optional<Rectifier> rectifier = Rectifier.of(op);
		return rectifier.isPresent() ? new ReluOp(input, output, rectifier.get())
				: new ActivationOp(input, output, Pointwise.of(op));
	}

	private static Op pooling(Pooling op, Value input, Value output) {
		Geometry g = Geometry.of(op, input.shape(), output.shape());
		boolean dense = g.dilationY() == 1 && g.dilationX() == 1;
		return op.function() == Pooling.Function.MAXIMUM && dense ? new MaxPoolingOp(input, output, g)
				: new PoolingOp(input, output, g, op);
	}

	private static Op convolution(Convolution op, Geometry g, float[] weights, float[] bias, Value input, Value output,
			Optional<Rectifier> rectifier) {
		Optional<Op> fast = OneDnnOps.convolution(input, output, g, weights, bias, op.groups(), rectifier);
		if (fast.isPresent()) {
			return fast.get();
		}
		boolean depthwise = op.groups() > 1 && op.groups() == input.shape().channels()
				&& op.groups() == op.outputChannels();
		return rectified(depthwise ? new DepthwiseConvolutionOp(input, output, g, weights, bias)
				: new ConvolutionOp(input, output, g, weights, bias, op.groups()), rectifier);
	}

	private static Op dense(Dense op, Value input, Value output, Optional<Rectifier> rectifier) {
		int in = op.weights().dim(0);
		int out = op.weights().dim(1);
		float[] weights = op.weights().values();
		float[] bias = bias(op.bias());
		return OneDnnOps.dense(input, output, in, out, weights, bias, rectifier)
				.orElseGet(() -> rectified(new DenseOp(input, output, in, out, weights, bias), rectifier));
	}

	private static Op rectified(Op op, Optional<Rectifier> rectifier) {
		return rectifier.isPresent() ? new RectifiedOp(op, rectifier.get()) : op;
	}

	/** Scale and shift of each channel. */
	private static float[][] affine(BatchNormalization op) {
		float[] scale = op.scale().values().clone();
		float[] shift = op.shift().values().clone();
		float[] mean = op.mean().values();
		float[] variance = op.variance().values();
		for (int c = 0; c < scale.length; c++) {
			scale[c] = (float) (scale[c] / Math.sqrt((double) variance[c] + op.epsilon()));
			shift[c] -= mean[c] * scale[c];
		}
		return new float[][] { scale, shift };
	}

	private static float[] bias(Optional<Weights> bias) {
		return bias.map(Weights::values).orElseGet(() -> new float[0]);
	}

	private static Op gather(Value input, Value output, int[] from) {
		return new GatherOp(input, output, from, 0);
	}

	/** The place, in C order of {@code dims}, of an element. */
	private static int[] place(int[] dims, int index) {
		int[] place = new int[dims.length];
		int rest = index;
		for (int axis = dims.length - 1; axis >= 0; axis--) {
			place[axis] = rest % dims[axis];
			rest /= dims[axis];
		}
		return place;
	}

	private static int[] reduced(Reduction op, Shape from, Shape to) {
		boolean[] dropped = new boolean[from.rank()];
		for (int axis : op.axes()) {
			dropped[axis] = true;
		}
		return Axes.map(from, place -> {
			int[] target = new int[to.rank()];
			int next = 0;
			for (int axis = 0; axis < place.length; axis++) {
				if (!dropped[axis]) {
					target[next++] = place[axis];
				} else if (op.keepAxes()) {
					target[next++] = 0;
				}
			}
			return Axes.stored(to, target);
		});
	}

	/** Groups elements that differ only along an axis. */
	private static int[] lines(Shape shape, int axis) {
		int[] dims = shape.dims();
		dims[axis] = 1;
		return Axes.map(shape, place -> Axes.stretched(dims, place));
	}

	private static Op groupNormalization(GroupNormalization op, Value input, Value output) {
		Shape shape = input.shape();
		int channels = shape.channels();
		int groups = op.groups() == 0 ? channels : op.groups();
		int[] channel = Axes.map(shape, place -> place[shape.channelAxis()]);
		int[] group = Arrays.stream(channel).map(c -> c / (channels / groups)).toArray();
		return new NormalizationOp(input, output, group, spread(op.scale(), channel, 1), spread(op.shift(), channel, 0),
				op.epsilon());
	}

	private static Op layerNormalization(LayerNormalization op, Value input, Value output) {
		Shape shape = input.shape();
		int[] outer = shape.dims();
		int[] inner = new int[outer.length];
		Arrays.fill(inner, 1);
		for (int axis : op.axes()) {
			inner[axis] = outer[axis];
			outer[axis] = 1;
		}
		int[] weight = Axes.map(shape, place -> Axes.stretched(inner, place));
		return new NormalizationOp(input, output, Axes.map(shape, place -> Axes.stretched(outer, place)),
				spread(op.scale(), weight, 1), spread(op.shift(), weight, 0), op.epsilon());
	}

	private static float[] spread(Optional<Weights> weights, int[] index, float otherwise) {
		float[] result = new float[index.length];
		Arrays.fill(result, otherwise);
		weights.map(Weights::values).ifPresent(values -> {
			for (int i = 0; i < index.length; i++) {
				result[i] = values[index[i]];
			}
		});
		return result;
	}

	private static Op elementwise(Elementwise op, List<Value> inputs, Value output) {
		List<Operand> operands = new ArrayList<>();
		for (Value input : inputs) {
			boolean same = Arrays.equals(input.shape().stored(), output.shape().stored());
			operands.add(new Operand(input, null,
					same ? null : Axes.map(output.shape(), place -> Axes.stretchedStored(input.shape(), place))));
		}
		return new ElementwiseOp(op.function(), output, operands);
	}

	private static Op arithmetic(Arithmetic op, Value input, Value output) {
		Shape to = output.shape();
		boolean same = Arrays.equals(input.shape().stored(), to.stored());
		var layer = new Operand(input, null,
				same ? null : Axes.map(to, place -> Axes.stretchedStored(input.shape(), place)));
		var constant = new Operand(null, op.constant().values(),
				Axes.map(to, place -> Axes.stretched(op.constant().shape(), place)));
		return new ElementwiseOp(op.function(), output,
				op.constantFirst() ? List.of(constant, layer) : List.of(layer, constant));
	}

	private static int padded(Pad op, Shape from, int[] place) {
		int[] source = new int[place.length];
		for (int axis = 0; axis < place.length; axis++) {
			int size = from.dim(axis);
			int at = place[axis] - op.begin()[axis];
			if (at < 0 || at >= size) {
				at = switch (op.mode()) {
				case CONSTANT -> -1;
				case EDGE -> Math.clamp(at, 0, size - 1);
				case REFLECT -> at < 0 ? -at : 2 * (size - 1) - at;
				};
				if (at < 0) {
					return -1;
				}
			}
			source[axis] = at;
		}
		return Axes.stored(from, source);
	}

	private static int nearest(Resize op, Shape from, int[] place) {
		int[] source = place.clone();
		for (int spatial = 0; spatial < from.rank() - 1; spatial++) {
			int axis = from.channelAxis() == 0 ? spatial + 1 : spatial;
			double at = op.source(spatial, place[axis], from.dim(axis));
			int rounded = (int) (op.interpolation() == Resize.Interpolation.NEAREST ? Math.ceil(at - 0.5) : Math.floor(at));
			source[axis] = Math.clamp(rounded, 0, from.dim(axis) - 1);
		}
		return Axes.stored(from, source);
	}

	private static int[] depthToSpace(DepthToSpace op, Shape from, Shape to) {
		Shape deep = op.inverse() ? to : from;
		Shape wide = op.inverse() ? from : to;
		int block = op.block();
		int[] deepOf = Axes.map(wide, place -> {
			int row = wide.channelAxis() == 0 ? 1 : 0;
			int channel = place[wide.channelAxis()];
			int i = place[row] % block;
			int j = place[row + 1] % block;
			int[] source = place.clone();
			source[row] /= block;
			source[row + 1] /= block;
			source[wide.channelAxis()] = op.columnsFirst() ? (i * block + j) * wide.channels() + channel
					: (channel * block + i) * block + j;
			return Axes.stored(deep, source);
		});
		if (!op.inverse()) {
			return deepOf;
		}
		int[] wideOf = new int[deepOf.length];
		for (int i = 0; i < deepOf.length; i++) {
			wideOf[deepOf[i]] = i;
		}
		return wideOf;
	}
}
