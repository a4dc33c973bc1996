// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * What a layer computes, with everything it needs for that except its inputs. Operations know shapes, parameters and
 * cost; how they run is the engine's matter.
 */
public sealed interface Operation permits Input, Identity, Convolution, TransposedConvolution, Dense, Pooling,
		GlobalPooling, Reduction, BatchNormalization, GroupNormalization, LayerNormalization,
		LocalResponseNormalization, Activation, ParametricRelu, Softmax, Elementwise, Arithmetic, Concatenation,
		Reshape, Transpose, Pad, Slice, Resize, DepthToSpace, Delegated {

	/** The kind of layer, for the user's eyes. */
	String kind();

	/**
	 * The shape of the output for inputs of the given shapes, all per example.
	 *
	 * @throws StarfishException if they do not fit; its message is only the reason, the caller adds layer and file
	 */
	Shape outputShape(List<Shape> inputs) throws StarfishException;

	/** The number of trained parameters. */
	default long parameters() {
		return 0;
	}

	/** Floating point operations for one example; a multiply-add counts as two. */
	default long flops(List<Shape> inputs, Shape output) {
		return 0;
	}

	/** The patch of the input that one output position sees, for receptive fields. Pointwise unless it says more. */
	default Window window(List<Shape> inputs) {
		return Window.POINT;
	}
}
