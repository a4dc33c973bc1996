// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/**
 * A function of one variable, applied to each element.
 *
 * @param function which
 * @param alpha first parameter, see the function; ignored where it has none
 * @param beta second parameter, see the function; ignored where it has none
 */
public record Activation(Function function, float alpha, float beta) implements Operation {
	/** The functions. */
	public enum Function {
		/** {@code max(x, 0)}. */
		RELU("ReLU"),
		/** {@code x} limited to alpha .. beta; ReLU6 is 0 .. 6. */
		CLIP("Clip"),
		/** {@code x} if positive, else {@code alpha x}. */
		LEAKY_RELU("Leaky ReLU"),
		/** {@code x} if above alpha, else 0. */
		THRESHOLDED_RELU("Thresholded ReLU"),
		/** {@code x} if positive, else {@code alpha (e^x - 1)}. */
		ELU("ELU"),
		/** {@code beta x} if positive, else {@code beta alpha (e^x - 1)}. */
		SELU("SELU"),
		/** {@code max(x, 0) + min(alpha (e^(x / alpha) - 1), 0)}. */
		CELU("CELU"),
		/** {@code x/2 (1 + erf(x / sqrt 2))}. */
		GELU("GELU"),
		/** The tanh approximation of GELU. */
		GELU_TANH("GELU (tanh)"),
		/** {@code x sigmoid(alpha x)}; alpha 1 is SiLU. */
		SWISH("SiLU"),
		/** {@code x tanh(ln(1 + e^x))}. */
		MISH("Mish"),
		/** {@code alpha x + beta} limited to 0 .. 1. */
		HARD_SIGMOID("Hard sigmoid"),
		/** {@code x} times hard sigmoid of alpha and beta. */
		HARD_SWISH("Hard swish"),
		/** {@code 1 / (1 + e^-x)}. */
		SIGMOID("Sigmoid"),
		TANH("Tanh"),
		/** {@code 1.7159 tanh(2x / 3)}, approximated by rational functions as DL4J does. */
		RATIONAL_TANH("Rational tanh"),
		/** {@code max(0, tanh x)}. */
		RECTIFIED_TANH("Rectified tanh"),
		/** {@code ln(1 + e^x)}. */
		SOFTPLUS("Softplus"),
		/** {@code x / (1 + |x|)}. */
		SOFTSIGN("Softsign"),
		/** {@code x^3}. */
		CUBE("Cube"), SQUARE("Square"), ABSOLUTE("Absolute"), NEGATIVE("Negative"), EXP("Exponential"), LOG("Logarithm"),
		SQRT("Square root"), RECIPROCAL("Reciprocal"), ERF("Error function");

		private final String label;

		Function(String label) {
			this.label = label;
		}
	}

	/** A function without parameters. */
	public Activation(Function function) {
		this(function, 0, 0);
	}

	@Override
	public String kind() {
		return function == Function.CLIP && alpha == 0 && beta == 6 ? "ReLU6" : function.label;
	}

	@Override
	public Shape outputShape(List<Shape> inputs) throws StarfishException {
		return Fits.single(inputs);
	}

	@Override
	public long flops(List<Shape> inputs, Shape output) {
		return output.size();
	}
}
