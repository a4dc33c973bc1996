// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.Arrays;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Weights;

/**
 * Brings kernels, of whatever generation of Keras, into the form of Keras 2: {@code [kH, kW, in, out]}. Keras 1 has
 * {@code [out, in, kH, kW]} where channels come first, keeps the kernels of 1-D convolutions in four axes, and with
 * Theano stores kernels turned by half a circle.
 */
final class Kernels {
	private Kernels() {
	}

	/** The window of a convolution. */
	static int[] size(LayerCall call, int axes) throws StarfishException {
		Fields fields = call.fields();
		if (axes == 2 && fields.has("nb_row")) {
			return new int[] { fields.sizes(1, "nb_row")[0], fields.sizes(1, "nb_col")[0] };
		}
		return fields.sizes(axes, "kernel_size", "filter_length");
	}

	static int[] strides(LayerCall call, int axes) throws StarfishException {
		return call.fields().sizes(axes, Convolutions.ones(axes), "strides", "subsample", "subsample_length");
	}

	static int[] dilations(LayerCall call, int axes) throws StarfishException {
		return call.fields().sizes(axes, Convolutions.ones(axes), "dilation_rate", "atrous_rate");
	}

	/** A kernel as {@code [...window, in, out]}. */
	static Weights ofConvolution(LayerCall call, Weights stored, int axes, int filters) throws StarfishException {
		Weights weights = stored;
		if (call.generation().major() == 1) {
			if (isFirst(call) && axes == 2 && weights.rank() == 4) {
				weights = permuted(weights, 2, 3, 1, 0);
			} else if (axes == 1 && weights.rank() == 4) {
				weights = oneAxis(call, weights, filters);
			}
		}
		return turned(call, weights, axes);
	}

	/** A depthwise kernel as {@code [...window, in, multiplier]}. */
	static Weights ofDepthwise(LayerCall call, Weights stored) throws StarfishException {
		Weights weights = stored;
		if (call.generation().major() == 1 && isFirst(call) && weights.rank() == 4) {
			weights = permuted(weights, 2, 3, 1, 0);
		}
		return weights;
	}

	/** The kernel of a transposed convolution as {@code [...window, out, in]}. */
	static Weights ofTransposed(LayerCall call, Weights stored, int axes) throws StarfishException {
		Weights weights = stored;
		if (call.generation().major() == 1 && axes == 2 && weights.rank() == 4) {
			weights = isFirst(call) ? permuted(weights, 2, 3, 0, 1) : permuted(weights, 0, 1, 3, 2);
		}
		return turned(call, weights, axes);
	}

	/** Reorders axes. */
	static Weights permuted(Weights weights, int... permutation) {
		int[] shape = weights.shape();
		int rank = shape.length;
		int[] strides = new int[rank];
		int stride = 1;
		for (int axis = rank - 1; axis >= 0; axis--) {
			strides[axis] = stride;
			stride *= shape[axis];
		}
		int[] target = Arrays.stream(permutation).map(axis -> shape[axis]).toArray();
		float[] from = weights.values();
		float[] to = new float[from.length];
		int[] index = new int[rank];
		for (int i = 0; i < to.length; i++) {
			int source = 0;
			for (int axis = 0; axis < rank; axis++) {
				source += index[axis] * strides[permutation[axis]];
			}
			to[i] = from[source];
			for (int axis = rank - 1; axis >= 0 && ++index[axis] == target[axis]; axis--) {
				index[axis] = 0;
			}
		}
		return Weights.of(target, to);
	}

	private static boolean isFirst(LayerCall call) throws StarfishException {
		return LayerCall.order(call.fields()).orElse(call.modelOrder()) == ChannelOrder.FIRST;
	}

	/** Keras 1 keeps {@code [length, 1, in, out]}, and in its first versions {@code [out, in, length, 1]}. */
	private static Weights oneAxis(LayerCall call, Weights weights, int filters) throws StarfishException {
		if (weights.dim(1) != 1 || weights.dim(3) != filters) {
			weights = permuted(call.expect(weights, filters, -1, -1, 1), 2, 3, 1, 0);
		}
		return Weights.of(new int[] { weights.dim(0), weights.dim(2), weights.dim(3) }, weights.values());
	}

	private static Weights turned(LayerCall call, Weights weights, int axes) {
		if (!call.generation().theano() || weights.rank() != axes + 2) {
			return weights;
		}
		int inner = weights.dim(axes) * weights.dim(axes + 1);
		float[] from = weights.values();
		float[] to = new float[from.length];
		for (int i = 0; i < to.length; i += inner) {
			System.arraycopy(from, i, to, to.length - inner - i, inner);
		}
		return Weights.of(weights.shape(), to);
	}
}
