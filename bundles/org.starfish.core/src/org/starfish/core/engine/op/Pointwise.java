// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.function.DoubleUnaryOperator;

import org.starfish.core.network.operation.Activation;

/** A function of one variable with its derivative. */
record Pointwise(DoubleUnaryOperator function, DoubleUnaryOperator derivative) {
	private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
	private static final double GELU_TANH_SCALE = Math.sqrt(2 / Math.PI);
	private static final double GELU_TANH_CUBE = 0.044715;

	double value(double x) {
		return function.applyAsDouble(x);
	}

	double slope(double x) {
		return derivative.applyAsDouble(x);
	}

	static Pointwise of(Activation activation) {
		double a = activation.alpha();
		double b = activation.beta();
		return switch (activation.function()) {
		case RELU -> new Pointwise(x -> Math.max(x, 0), x -> x > 0 ? 1 : 0);
		case CLIP -> new Pointwise(x -> Math.min(Math.max(x, a), b), x -> x > a && x < b ? 1 : 0);
		case LEAKY_RELU -> new Pointwise(x -> x > 0 ? x : a * x, x -> x > 0 ? 1 : a);
		case THRESHOLDED_RELU -> new Pointwise(x -> x > a ? x : 0, x -> x > a ? 1 : 0);
		case ELU -> new Pointwise(x -> x > 0 ? x : a * Math.expm1(x), x -> x > 0 ? 1 : a * Math.exp(x));
		case SELU -> new Pointwise(x -> b * (x > 0 ? x : a * Math.expm1(x)), x -> b * (x > 0 ? 1 : a * Math.exp(x)));
		case CELU -> new Pointwise(x -> x > 0 ? x : a * Math.expm1(x / a), x -> x > 0 ? 1 : Math.exp(x / a));
		case GELU -> new Pointwise(x -> x * gauss(x),
				x -> gauss(x) + x * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI));
		case GELU_TANH -> new Pointwise(x -> x / 2 * (1 + geluTanh(x)), x -> {
			double tanh = geluTanh(x);
			return (1 + tanh) / 2
					+ x / 2 * (1 - tanh * tanh) * GELU_TANH_SCALE * (1 + 3 * GELU_TANH_CUBE * x * x);
		});
		case SWISH -> new Pointwise(x -> x * sigmoid(a * x), x -> {
			double s = sigmoid(a * x);
			return s + a * x * s * (1 - s);
		});
		case MISH -> new Pointwise(x -> x * Math.tanh(softplus(x)), x -> {
			double tanh = Math.tanh(softplus(x));
			return tanh + x * (1 - tanh * tanh) * sigmoid(x);
		});
		case HARD_SIGMOID -> new Pointwise(x -> hard(a, b, x), x -> within(a, b, x) ? a : 0);
		case HARD_SWISH -> new Pointwise(x -> x * hard(a, b, x), x -> hard(a, b, x) + (within(a, b, x) ? a * x : 0));
		case SIGMOID -> new Pointwise(Pointwise::sigmoid, x -> sigmoid(x) * (1 - sigmoid(x)));
		case TANH -> new Pointwise(Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x));
		case RATIONAL_TANH -> new Pointwise(Pointwise::rationalTanh, x -> {
			double y = 2 * x / 3;
			double size = Math.abs(y);
			double d = 1 + size + y * y + 1.41645 * Math.pow(y, 4);
			return 1.7159 * 2 / 3 * (1 + Math.signum(y) * (2 * y + 4 * 1.41645 * Math.pow(y, 3))) / (d * d);
		});
		case RECTIFIED_TANH -> new Pointwise(x -> Math.max(0, Math.tanh(x)),
				x -> x > 0 ? 1 - Math.tanh(x) * Math.tanh(x) : 0);
		case SOFTPLUS -> new Pointwise(Pointwise::softplus, Pointwise::sigmoid);
		case SOFTSIGN -> new Pointwise(x -> x / (1 + Math.abs(x)), x -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x))));
		case CUBE -> new Pointwise(x -> x * x * x, x -> 3 * x * x);
		case SQUARE -> new Pointwise(x -> x * x, x -> 2 * x);
		case ABSOLUTE -> new Pointwise(Math::abs, Math::signum);
		case NEGATIVE -> new Pointwise(x -> -x, x -> -1);
		case EXP -> new Pointwise(Math::exp, Math::exp);
		case LOG -> new Pointwise(Math::log, x -> 1 / x);
		case SQRT -> new Pointwise(Math::sqrt, x -> 0.5 / Math.sqrt(x));
		case RECIPROCAL -> new Pointwise(x -> 1 / x, x -> -1 / (x * x));
		case ERF -> new Pointwise(Pointwise::erf, x -> TWO_OVER_ROOT_PI * Math.exp(-x * x));
		};
	}

	private static double sigmoid(double x) {
		return 1 / (1 + Math.exp(-x));
	}

	private static double softplus(double x) {
		return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
	}

	private static boolean within(double a, double b, double x) {
		return a * x + b > 0 && a * x + b < 1;
	}

	private static double hard(double a, double b, double x) {
		return Math.min(Math.max(a * x + b, 0), 1);
	}

	private static double geluTanh(double x) {
		return Math.tanh(GELU_TANH_SCALE * (x + GELU_TANH_CUBE * x * x * x));
	}

	private static double rationalTanh(double x) {
		double y = 2 * x / 3;
		return 1.7159 * Math.signum(y) * (1 - 1 / (1 + Math.abs(y) + y * y + 1.41645 * Math.pow(y, 4)));
	}

	/** The normal distribution function. */
	private static double gauss(double x) {
		return (1 + erf(x / Math.sqrt(2))) / 2;
	}

	/** The error function by its series near 0 and its continued fraction elsewhere. (Abramowitz and Stegun, 7.1.6, 7.1.14) */
	private static double erf(double x) {
		double size = Math.abs(x);
		if (size < 2.5) {
			double term = size;
			double sum = size;
			for (int n = 1; Math.abs(term) > 1e-17 * sum; n++) {
				term *= 2 * size * size / (2 * n + 1);
				sum += term;
			}
			return Math.signum(x) * TWO_OVER_ROOT_PI * Math.exp(-size * size) * sum;
		}
		double fraction = 0;
		for (int n = 60; n > 0; n--) {
			fraction = n / 2.0 / (size + fraction);
		}
		return Math.signum(x) * (1 - Math.exp(-size * size) / Math.sqrt(Math.PI) / (size + fraction));
	}
}
