// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling1DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.TransposedConvolution;

/** DL4J's layers that slide a window, with the layouts in which its parameter initializers store their weights. */
final class Convolutions {
	private Convolutions() {
	}

	/**
	 * The operations of a convolution, without its activation: one, or two where it is separable.
	 *
	 * @param kernelFirst whether 1-D convolutions store {@code [k, in, out]} rather than {@code [out, in, k]}
	 */
	static List<Operation> of(ConvolutionLayer layer, Parameters parameters, boolean kernelFirst) throws StarfishException {
		int in = size(layer.getNIn());
		int out = size(layer.getNOut());
		return switch (layer) {
		case SeparableConvolution2D separable -> separable(separable, in, out, parameters);
		case DepthwiseConvolution2D depthwise -> List.of(depthwise(depthwise, in, parameters));
		case Deconvolution2D transposed -> List.of(transposed(transposed, in, out, parameters));
		case Convolution1DLayer flat -> List.of(flat(flat, in, out, parameters, kernelFirst));
		default -> {
			if (layer.getKernelSize().length != 2) {
				throw new StarfishException("it slides a window over %d axes".formatted(layer.getKernelSize().length));
			}
			int[] kernel = layer.getKernelSize();
			Optional<Weights> bias = bias(layer, out, parameters);
			Weights weights = parameters.permuted(new int[] { 2, 3, 1, 0 }, out, in, kernel[0], kernel[1]);
			yield List.of(new Convolution(weights, bias, layer.getStride(), layer.getDilation(), padding(layer), 1));
		}
		};
	}

	/** The operation of a pooling layer. */
	static Operation of(SubsamplingLayer layer) throws StarfishException {
		int axes = layer instanceof Subsampling1DLayer ? 1 : 2;
		int[] kernel = first(layer.getKernelSize(), axes);
		int[] strides = first(layer.getStride(), axes);
		int[] dilations = first(layer.getDilation(), axes);
		Pooling.Function function = switch (layer.getPoolingType()) {
		case MAX -> Pooling.Function.MAXIMUM;
		case AVG -> Pooling.Function.AVERAGE;
		case SUM -> Pooling.Function.SUM;
		case PNORM -> Pooling.Function.NORM;
		};
		Padding padding = padding(layer.getConvolutionMode(), layer.getPadding(), kernel, dilations);
		return new Pooling(function, kernel, strides, dilations, padding, false, layer.isAvgPoolIncludePadInDivisor(),
				layer.getPnorm());
	}

	/** A size that DL4J keeps as long. */
	static int size(long size) throws StarfishException {
		if (size < 1 || size > Integer.MAX_VALUE) {
			throw new StarfishException("its configuration is incomplete: it says %d inputs or outputs".formatted(size));
		}
		return (int) size;
	}

	private static Convolution flat(Convolution1DLayer layer, int in, int out, Parameters parameters,
			boolean kernelFirst) {
		int kernel = layer.getKernelSize()[0];
		Optional<Weights> bias = bias(layer, out, parameters);
		Weights weights = kernelFirst ? parameters.next(kernel, in, out)
				: parameters.permuted(new int[] { 2, 1, 0 }, out, in, kernel);
		int[] dilations = first(layer.getDilation(), 1);
		Padding padding = padding(layer.getConvolutionMode(), layer.getPadding(), new int[] { kernel }, dilations);
		return new Convolution(weights, bias, first(layer.getStride(), 1), dilations, padding, 1);
	}

	private static Convolution depthwise(DepthwiseConvolution2D layer, int in, Parameters parameters)
			throws StarfishException {
		int[] kernel = layer.getKernelSize();
		int out = Math.multiplyExact(in, layer.getDepthMultiplier());
		Optional<Weights> bias = bias(layer, out, parameters);
		// Stored as [kH, kW, in, multiplier], which is what is wanted under another shape.
		Weights weights = parameters.next(kernel[0], kernel[1], 1, out);
		return new Convolution(weights, bias, layer.getStride(), layer.getDilation(), padding(layer), in);
	}

	private static List<Operation> separable(SeparableConvolution2D layer, int in, int out, Parameters parameters) {
		int[] kernel = layer.getKernelSize();
		int multiplier = layer.getDepthMultiplier();
		Optional<Weights> bias = bias(layer, out, parameters);
		Weights stored = parameters.permuted(new int[] { 2, 3, 1, 0 }, multiplier, in, kernel[0], kernel[1]);
		int between = Math.multiplyExact(in, multiplier);
		Weights depthwise = Weights.lazy(new int[] { kernel[0], kernel[1], 1, between }, stored::values);
		Weights pointwise = parameters.permuted(new int[] { 2, 3, 1, 0 }, out, between, 1, 1);
		int[] ones = { 1, 1 };
		return List.of(
				new Convolution(depthwise, Optional.empty(), layer.getStride(), layer.getDilation(), padding(layer), in),
				new Convolution(pointwise, bias, ones, ones, Padding.none(2), 1));
	}

	private static TransposedConvolution transposed(Deconvolution2D layer, int in, int out, Parameters parameters) {
		int[] kernel = layer.getKernelSize();
		Optional<Weights> bias = bias(layer, out, parameters);
		Weights weights = parameters.permuted(new int[] { 2, 3, 1, 0 }, in, out, kernel[0], kernel[1]);
		return new TransposedConvolution(weights, bias, layer.getStride(), layer.getDilation(), padding(layer),
				new int[2], 1);
	}

	/** The bias, which DL4J's convolutions store before the weights. */
	private static Optional<Weights> bias(ConvolutionLayer layer, int out, Parameters parameters) {
		return layer.hasBias() ? Optional.of(parameters.next(out)) : Optional.empty();
	}

	private static Padding padding(ConvolutionLayer layer) {
		return padding(layer.getConvolutionMode(), layer.getPadding(), layer.getKernelSize(), layer.getDilation());
	}

	/** How far the windows of a layer reach over the border. */
	static Padding padding(ConvolutionMode mode, int[] padding, int[] kernel, int[] dilations) {
		return switch (mode) {
		case Same -> Padding.SAME;
		case Causal -> Padding.explicit(new int[] { (kernel[0] - 1) * dilations[0] }, new int[1]);
		case Strict, Truncate -> {
			int[] amounts = first(padding, kernel.length);
			yield Padding.explicit(amounts, amounts);
		}
		};
	}

	private static int[] first(int[] values, int count) {
		return Arrays.copyOf(values, count);
	}
}
