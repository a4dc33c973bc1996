// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

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
import org.starfish.core.network.operation.Transpose;
import org.starfish.core.network.operation.TransposedConvolution;

/** What layers of different kinds have in common: fewer than there are kinds, so that each can have a symbol. */
public enum LayerFamily {
	/** Takes the picture. */
	INPUT,
	/** Slides weights over its input. */
	CONVOLUTION,
	/** Weighs all of its input. */
	DENSE,
	/** Sums positions up. */
	POOLING,
	/** Shifts and scales. */
	NORMALIZATION,
	/** Bends each value, or all of them together as softmax does. */
	ACTIVATION,
	/** Joins several layers. */
	MERGE,
	/** Passes values on, perhaps in another shape or size. */
	SHAPE,
	/** Anything else: what the library that computes it knows. */
	OTHER;

	/** The family of what an operation does. */
	static LayerFamily of(Operation operation) {
		return switch (operation) {
		case Input input -> INPUT;
		case Convolution convolution -> CONVOLUTION;
		case TransposedConvolution convolution -> CONVOLUTION;
		case Dense dense -> DENSE;
		case Pooling pooling -> POOLING;
		case GlobalPooling pooling -> POOLING;
		case Reduction reduction -> POOLING;
		case BatchNormalization normalization -> NORMALIZATION;
		case GroupNormalization normalization -> NORMALIZATION;
		case LayerNormalization normalization -> NORMALIZATION;
		case LocalResponseNormalization normalization -> NORMALIZATION;
		case Arithmetic arithmetic -> NORMALIZATION;
		case Activation activation -> ACTIVATION;
		case ParametricRelu activation -> ACTIVATION;
		case Softmax activation -> ACTIVATION;
		case Elementwise elementwise -> MERGE;
		case Concatenation concatenation -> MERGE;
		case Identity identity -> SHAPE;
		case Reshape reshape -> SHAPE;
		case Transpose transpose -> SHAPE;
		case Pad pad -> SHAPE;
		case Slice slice -> SHAPE;
		case Resize resize -> SHAPE;
		case DepthToSpace rearrangement -> SHAPE;
		case Delegated delegated -> OTHER;
		};
	}
}
