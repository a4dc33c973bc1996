// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of well-known shapes as DL4J graphs, with random weights. */
final class Dl4jNetworks {
	private static final int SIDE = 224;
	private static final int CLASSES = 1000;
	/** Channels of the branches of GoogLeNet's modules: 1x1, 3x3 reduced, 3x3, 5x5 reduced, 5x5, pooled. (Szegedy et al. 2014, table 1) */
	private static final int[][] MODULES = { { 64, 96, 128, 16, 32, 32 }, { 128, 128, 192, 32, 96, 64 },
			{ 192, 96, 208, 16, 48, 64 }, { 160, 112, 224, 24, 64, 64 }, { 128, 128, 256, 24, 64, 64 },
			{ 112, 144, 288, 32, 64, 64 }, { 256, 160, 320, 32, 128, 128 }, { 256, 160, 320, 32, 128, 128 },
			{ 384, 192, 384, 48, 128, 128 } };

	private GraphBuilder graph;
	private String last;
	private int count;

	private Dl4jNetworks() {
	}

	/** GoogLeNet without its auxiliary outputs. (Szegedy et al. 2014) */
	static ComputationGraph googLeNet() {
		return new Dl4jNetworks().buildGoogLeNet();
	}

	/** VGG16. (Simonyan and Zisserman 2014) */
	static ComputationGraph vgg16() {
		return new Dl4jNetworks().buildVgg16();
	}

	private void begin() {
		graph = new NeuralNetConfiguration.Builder().seed(1).weightInit(WeightInit.RELU).activation(Activation.RELU)
				.graphBuilder().addInputs("data");
		last = "data";
	}

	private ComputationGraph end() {
		graph.addLayer("prob", new OutputLayer.Builder(LossFunction.MCXENT).nOut(CLASSES).activation(Activation.SOFTMAX).build(),
				last).setOutputs("prob").setInputTypes(InputType.convolutional(SIDE, SIDE, 3));
		var network = new ComputationGraph(graph.build());
		network.init();
		return network;
	}

	private String convolution(String from, int kernel, int stride, int channels) {
		String name = "conv" + ++count;
		graph.addLayer(name, new ConvolutionLayer.Builder(kernel, kernel).stride(stride, stride)
				.convolutionMode(ConvolutionMode.Same).nOut(channels).build(), from);
		return name;
	}

	private String pooling(String from, int kernel, int stride) {
		String name = "pool" + ++count;
		graph.addLayer(name, new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX).kernelSize(kernel, kernel)
				.stride(stride, stride).convolutionMode(ConvolutionMode.Same).build(), from);
		return name;
	}

	private String normalization(String from) {
		String name = "norm" + ++count;
		graph.addLayer(name, new LocalResponseNormalization.Builder().n(5).alpha(1e-4).beta(0.75).k(1).build(), from);
		return name;
	}

	private ComputationGraph buildGoogLeNet() {
		begin();
		last = normalization(pooling(convolution(last, 7, 2, 64), 3, 2));
		last = pooling(normalization(convolution(convolution(last, 1, 1, 64), 3, 1, 192)), 3, 2);
		for (int module = 0; module < MODULES.length; module++) {
			int[] channels = MODULES[module];
			String merged = "module" + module;
			graph.addVertex(merged, new MergeVertex(), convolution(last, 1, 1, channels[0]),
					convolution(convolution(last, 1, 1, channels[1]), 3, 1, channels[2]),
					convolution(convolution(last, 1, 1, channels[3]), 5, 1, channels[4]),
					convolution(pooling(last, 3, 1), 1, 1, channels[5]));
			last = module == 1 || module == 6 ? pooling(merged, 3, 2) : merged;
		}
		graph.addLayer("average", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), last);
		last = "average";
		return end();
	}

	private ComputationGraph buildVgg16() {
		begin();
		int[][] blocks = { { 64, 2 }, { 128, 2 }, { 256, 3 }, { 512, 3 }, { 512, 3 } };
		for (int[] block : blocks) {
			for (int i = 0; i < block[1]; i++) {
				last = convolution(last, 3, 1, block[0]);
			}
			last = pooling(last, 2, 2);
		}
		for (int i = 0; i < 2; i++) {
			graph.addLayer("dense" + i, new DenseLayer.Builder().nOut(4096).build(), last);
			last = "dense" + i;
		}
		return end();
	}
}
