// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.util.Arrays;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.PReLULayer;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;

import org.starfish.core.StarfishException;

/** How many parameters a configuration asks for, counted without allocating one of them. */
final class ParameterCount {
	private static final long LARGEST = 1L << 40;

	private ParameterCount() {
	}

	/**
	 * The number of parameters of a node.
	 *
	 * @throws StarfishException if it is no sensible number; the message is only the reason
	 */
	static long of(Node node) throws StarfishException {
		if (node.layer().isEmpty()) {
			return 0;
		}
		var layer = node.layer().get();
		try {
			// DL4J multiplies without looking for overflow, so the factors are looked at first.
			switch (layer) {
			case ConvolutionLayer convolution -> {
				int multiplier = switch (convolution) {
				case SeparableConvolution2D separable -> separable.getDepthMultiplier();
				case DepthwiseConvolution2D depthwise -> depthwise.getDepthMultiplier();
				default -> 1;
				};
				bounded(multiplier, 1, Arrays.stream(convolution.getKernelSize()).asLongStream().toArray());
				bounded(Math.multiplyExact(convolution.getNIn(), multiplier), convolution.getNOut(),
						Arrays.stream(convolution.getKernelSize()).asLongStream().toArray());
			}
			case FeedForwardLayer dense -> bounded(dense.getNIn(), dense.getNOut());
			case PReLULayer prelu -> bounded(1, 1, prelu.getInputShape());
			default -> {
			}
			}
			// Asked with the layer alone, some initializers forget a part.
			var configuration = new NeuralNetConfiguration();
			configuration.setLayer(layer);
			return bounded(layer.initializer().numParams(configuration), 1);
		} catch (ArithmeticException e) {
			throw new StarfishException("it asks for more parameters than there can be", e);
		} catch (RuntimeException e) {
			throw new StarfishException("its configuration is incomplete", e);
		}
	}

	private static long bounded(long in, long out, long... others) {
		long product = Math.multiplyExact(Math.max(in, 1), Math.max(out, 1));
		for (long factor : others) {
			product = Math.multiplyExact(product, Math.max(factor, 1));
		}
		if (product > LARGEST || in < 0 || out < 0 || Arrays.stream(others).anyMatch(factor -> factor < 0)) {
			throw new ArithmeticException();
		}
		return in * out == 0 ? 0 : product;
	}
}
