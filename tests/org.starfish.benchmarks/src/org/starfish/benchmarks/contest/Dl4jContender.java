// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;

/**
 * DL4J's own layers. Its gradient includes those of all weights, which it cannot leave out, and is not answered: DL4J's graphs keep the
 * one with respect to the input to themselves.
 */
final class Dl4jContender implements Contender {
	private final String description;

	Dl4jContender() {
		// Starts ND4J with the native variant that suits the processor.
		Engine.description();
		description = "DL4J %s, native variant %s".formatted(version(),
				System.getProperty("org.bytedeco.javacpp.platform.extension", "plain"));
	}

	/** The version as Maven noted it in the library; the manifest holds none. */
	private static String version() {
		var properties = new Properties();
		try (InputStream file = ComputationGraph.class.getResourceAsStream("/META-INF/maven/org.deeplearning4j/deeplearning4j-nn/pom.properties")) {
			properties.load(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties.getProperty("version");
	}

	@Override
	public String description() {
		return description;
	}

	@Override
	public Exercise prepare(Network network, Workload workload, String form) throws StarfishException {
		Layer target = workload.target(network);
		Shape shape = workload.input(network);
		ComputationGraph graph = Dl4jGraph.of(network, shape, target);
		INDArray input = Dl4jGraph.input(workload.subject().input(workload.batch(), shape), workload.batch(), shape);
		Shape answer = network.shapes(shape, network.needed(List.of(target))).get(target.name());
		INDArray seed = workload.gradient() ? seed(workload, answer) : null;
		return new Exercise() {
			@Override
			public void step() {
				if (workload.gradient()) {
					graph.outputSingle(true, false, input);
					graph.backpropGradient(seed);
				} else {
					graph.output(false, input);
				}
			}

			@Override
			public float[] result() {
				if (workload.gradient()) {
					return new float[0];
				}
				INDArray output = graph.output(false, input)[0];
				float[] values = output.dup('c').data().asFloat();
				return answer.rank() == 3 ? StoredOrder.of(values, first(answer)) : values;
			}

			@Override
			public void close() {
				graph.clear();
			}
		};
	}

	private static INDArray seed(Workload workload, Shape answer) {
		float[] values = workload.seed(answer);
		return answer.rank() == 3 ? Dl4jGraph.input(values, workload.batch(), answer)
				: Nd4j.createFromArray(values).reshape(workload.batch(), answer.size());
	}

	private static Shape first(Shape shape) {
		return Shape.image(ChannelOrder.FIRST, shape.height(), shape.width(), shape.channels());
	}
}
