// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.Collection;
import java.util.Map;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.convolution.ConvolutionHelper;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * DL4J's convolution with the arithmetic handed to ND4J's channels-last kernels, which train about six times faster than DL4J's
 * own path through columns. Only for training: the saved model names DL4J's layer.
 */
@SuppressWarnings("serial")
final class FastConvolution extends ConvolutionLayer {
	FastConvolution(ConvolutionLayer.Builder builder) {
		super(builder);
	}

	@Override
	public Layer instantiate(NeuralNetConfiguration configuration, Collection<TrainingListener> listeners, int index,
			INDArray parameters, boolean initialize, DataType type) {
		var layer = new Runtime(configuration, type);
		layer.setListeners(listeners);
		layer.setIndex(index);
		layer.setParamsViewArray(parameters);
		layer.setParamTable(initializer().init(configuration, parameters, initialize));
		layer.setConf(configuration);
		return layer;
	}

	private static final class Runtime extends org.deeplearning4j.nn.layers.convolution.ConvolutionLayer {
		Runtime(NeuralNetConfiguration configuration, DataType type) {
			super(configuration, type);
			helper = new Kernels();
		}
	}

	private static final class Kernels implements ConvolutionHelper {
		@Override
		public boolean checkSupported() {
			return true;
		}

		@Override
		public Map<String, Long> helperMemoryUse() {
			return Map.of();
		}

		@Override
		public INDArray activate(INDArray preOutput, IActivation function, boolean training) {
			return null;
		}

		@Override
		public INDArray preOutput(INDArray input, INDArray weights, INDArray bias, int[] kernel, int[] strides, int[] pad,
				AlgoMode mode, FwdAlgo forward, ConvolutionMode convolutionMode, int[] dilation, CNN2DFormat format,
				LayerWorkspaceMgr workspaces) {
			var side = (input.size(1) + strides[0] - 1) / strides[0];
			var output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(),
					new long[] { input.size(0), side, side, weights.size(0) }, 'c');
			Nd4j.exec(DynamicCustomOp.builder("conv2d").addInputs(input, channelsLast(weights), bias).addOutputs(output)
					.addIntegerArguments(arguments(kernel, strides)).build());
			return output;
		}

		@Override
		public Pair<Gradient, INDArray> backpropGradient(INDArray input, INDArray weights, INDArray bias, INDArray delta,
				int[] kernel, int[] strides, int[] pad, INDArray biasGradient, INDArray weightGradient, IActivation function,
				AlgoMode mode, BwdFilterAlgo filter, BwdDataAlgo data, ConvolutionMode convolutionMode, int[] dilation,
				CNN2DFormat format, LayerWorkspaceMgr workspaces) {
			var last = channelsLast(weights);
			var lastGradient = last.ulike();
			var inputGradient = workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
			Nd4j.exec(DynamicCustomOp.builder("conv2d_bp").addInputs(input, last, bias, delta)
					.addOutputs(inputGradient, lastGradient, biasGradient.reshape(biasGradient.length()))
					.addIntegerArguments(arguments(kernel, strides)).build());
			weightGradient.assign(lastGradient.permute(3, 2, 0, 1));
			var gradient = new DefaultGradient();
			gradient.setGradientFor(ConvolutionParamInitializer.BIAS_KEY, biasGradient);
			gradient.setGradientFor(ConvolutionParamInitializer.WEIGHT_KEY, weightGradient, 'c');
			return new Pair<>(gradient, inputGradient);
		}

		/** From DL4J's [out, in, rows, columns] to the kernels' [rows, columns, in, out]. */
		private static INDArray channelsLast(INDArray weights) {
			return weights.permute(2, 3, 1, 0).dup('c');
		}

		/** Kernel, stride, padding (computed, since "same"), dilation, same mode, channels last, weight format. */
		private static int[] arguments(int[] kernel, int[] strides) {
			return new int[] { kernel[0], kernel[1], strides[0], strides[1], 0, 0, 1, 1, 1, 1, 0 };
		}
	}
}
