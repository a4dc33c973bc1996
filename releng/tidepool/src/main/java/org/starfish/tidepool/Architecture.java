// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The layers of a network for 96 x 96 pictures. {@link #TIDEPOOL} is the one that ships; {@link #JUDGE} sees the world through
 * other strides, kernels and widths, and judges pictures synthesized from the first.
 */
enum Architecture {
	TIDEPOOL("5/2:24 3:32 pool 3:64 3:64 pool 3:128 3:128 pool 3:192"),
	JUDGE("7/3:24 3:40 pool 5:56 3:80 pool 3:128");

	private final String layers;

	/** @param layers {@code kernel[/stride]:channels} or {@code pool}, in turn */
	Architecture(String layers) {
		this.layers = layers;
	}

	/** As it is saved: plain DL4J layers, channels first. */
	MultiLayerConfiguration plain(long seed) {
		return configure(seed, CNN2DFormat.NCHW);
	}

	/** As it is trained: convolutions through {@link FastConvolution}, channels last. Once folded, the parameters are the same. */
	MultiLayerConfiguration fast(long seed) {
		return configure(seed, CNN2DFormat.NHWC);
	}

	private MultiLayerConfiguration configure(long seed, CNN2DFormat format) {
		var list = new NeuralNetConfiguration.Builder().seed(seed).updater(new Adam(1e-3)).weightInit(WeightInit.RELU).l2(1e-4)
				.list();
		var convolutions = 0;
		var pools = 0;
		for (var layer : layers.split(" ")) {
			if (layer.equals("pool")) {
				list.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).name("pool" + ++pools).kernelSize(2, 2)
						.stride(2, 2).dataFormat(format).build());
				continue;
			}
			var parts = layer.split("[/:]");
			var kernel = Integer.parseInt(parts[0]);
			var stride = parts.length == 3 ? Integer.parseInt(parts[1]) : 1;
			var builder = new ConvolutionLayer.Builder(kernel, kernel).name("conv" + ++convolutions).stride(stride, stride)
					.convolutionMode(ConvolutionMode.Same).nOut(Integer.parseInt(parts[parts.length - 1])).dataFormat(format)
					.activation(Activation.RELU);
			list.layer(format == CNN2DFormat.NHWC ? new FastConvolution(builder) : builder.build());
		}
		list.layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).name("average")
				.poolingDimensions(format == CNN2DFormat.NHWC ? new int[] { 1, 2 } : new int[] { 2, 3 }).build());
		list.layer(new DenseLayer.Builder().name("logits").nOut(Species.values().length).weightInit(WeightInit.XAVIER)
				.activation(Activation.IDENTITY).build());
		list.layer(new LossLayer.Builder(LossFunction.MCXENT).name("prob").activation(Activation.SOFTMAX).build());
		// A flat input makes DL4J write the picture's size into the configuration, which nothing else in it tells.
		return list.setInputType(format == CNN2DFormat.NCHW ? InputType.convolutionalFlat(Drawings.SIDE, Drawings.SIDE, 3)
				: InputType.convolutional(Drawings.SIDE, Drawings.SIDE, 3, format)).build();
	}
}
