// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.L2NormalizeVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PoolHelperVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.network.Network;

class Dl4jGraphTest {
	@TempDir
	Path folder;

	static Stream<Arguments> vertices() {
		return Stream.of(Arguments.of("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), 2),
				Arguments.of("subtract", new ElementWiseVertex(ElementWiseVertex.Op.Subtract), 2),
				Arguments.of("multiply", new ElementWiseVertex(ElementWiseVertex.Op.Product), 2),
				Arguments.of("average", new ElementWiseVertex(ElementWiseVertex.Op.Average), 3),
				Arguments.of("maximum", new ElementWiseVertex(ElementWiseVertex.Op.Max), 2),
				Arguments.of("merge", new MergeVertex(), 3), Arguments.of("subset", new SubsetVertex(1, 2), 1),
				Arguments.of("scale", new ScaleVertex(0.3), 1), Arguments.of("shift", new ShiftVertex(-0.7), 1),
				Arguments.of("normalize", new L2NormalizeVertex(), 1),
				Arguments.of("strip", new PoolHelperVertex(), 1),
				Arguments.of("reshape", new ReshapeVertex(-1, 2, 12, 6), 1));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("vertices")
	void verticesAnswerAsInDl4j(String name, GraphVertex vertex, int inputs) throws Exception {
		GraphBuilder builder = builder().setInputTypes(InputType.convolutional(6, 6, 3));
		String[] branches = Stream.of("a.Left", "b", "c").limit(inputs).toArray(String[]::new);
		for (String branch : branches) {
			builder.addLayer(branch, new Convolution2D.Builder(1, 1).nOut(4).activation(Activation.TANH).build(), "in");
		}
		builder.addVertex("vertex", vertex, branches).setOutputs("vertex");
		assertSame(builder.build(), Nd4j.randn(1L, new long[] { 1, 3, 6, 6 }));
	}

	@ParameterizedTest
	@EnumSource(CNN2DFormat.class)
	void aResidualNetworkAnswersAsInDl4j(CNN2DFormat format) throws Exception {
		ComputationGraphConfiguration configuration = builder().setInputTypes(InputType.convolutional(8, 8, 3, format))
				.addLayer("z", new Convolution2D.Builder(3, 3).nOut(4).padding(1, 1).activation(Activation.RELU).build(),
						"in")
				.addLayer("y", new Convolution2D.Builder(3, 3).nOut(4).padding(1, 1).build(), "z")
				.addLayer("norm", new BatchNormalization.Builder().activation(Activation.RELU).build(), "y")
				.addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm", "z")
				.addVertex("merge", new MergeVertex(), "add", "in")
				.addLayer("pool", new GlobalPoolingLayer.Builder(PoolingType.AVG).build(), "merge")
				.addLayer("out", new OutputLayer.Builder().nOut(3).activation(Activation.SOFTMAX).build(), "pool")
				.setOutputs("out").build();
		long[] shape = format == CNN2DFormat.NCHW ? new long[] { 1, 3, 8, 8 } : new long[] { 1, 8, 8, 3 };
		assertSame(configuration, Nd4j.randn(2L, shape));
	}

	@Test
	void networksWithTwoInputsAreRefused() {
		ComputationGraphConfiguration configuration = new NeuralNetConfiguration.Builder().graphBuilder()
				.addInputs("left", "right")
				.setInputTypes(InputType.convolutional(4, 4, 1), InputType.convolutional(4, 4, 1))
				.addVertex("add", new ElementWiseVertex(ElementWiseVertex.Op.Add), "left", "right").setOutputs("add")
				.validateOutputLayerConfig(false).build();
		var trouble = assertThrows(StarfishException.class, () -> saved(graph(configuration)));
		assertTrue(trouble.getMessage().contains("has 2 inputs"), trouble.getMessage());
	}

	private static GraphBuilder builder() {
		return new NeuralNetConfiguration.Builder().seed(1).activation(Activation.IDENTITY).graphBuilder()
				.addInputs("in").validateOutputLayerConfig(false);
	}

	private void assertSame(ComputationGraphConfiguration configuration, INDArray noise) throws Exception {
		ComputationGraph reference = graph(configuration);
		Network network = saved(reference);
		assertEquals(List.copyOf(configuration.getNetworkOutputs()), network.outputs());
		INDArray input = noise.castTo(DataType.FLOAT);
		INDArray expected = reference.output(false, input)[0];
		Comparison.assertOutput(network, network.outputs().get(0), input, expected);
		INDArray seed = Nd4j.randn(3L, expected.shape());
		ComputationGraph exact = reference.convertDataType(DataType.DOUBLE);
		Comparison.assertGradient(network, input, seed,
				Comparison.gradient(moved -> exact.output(false, moved)[0], input, seed));
	}

	private Network saved(ComputationGraph network) throws Exception {
		Path file = folder.resolve("graph.zip");
		ModelSerializer.writeModel(network, file.toFile(), false);
		return new Dl4jImporter().read(file, Progress.NONE);
	}

	private static ComputationGraph graph(ComputationGraphConfiguration configuration) {
		Engine.description();
		var network = new ComputationGraph(configuration);
		network.init();
		if (network.numParams() > 0) {
			network.params().assign(Nd4j.rand(3L, network.params().shape()).muli(0.6).subi(0.2));
		}
		return network;
	}
}
