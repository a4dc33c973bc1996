// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;

/**
 * How much faster the engine is than DL4J's own layers, on networks of the shapes of GoogLeNet and VGG16 with random weights, in the same
 * run and on the same input: forward to the end, and forward and gradient of one class, which DL4J cannot do without the gradients of
 * all weights. Prints medians and their ratio, and how well the outputs agree.
 *
 * <pre>
 * ./starfish bench EngineAgainstDl4j [rounds]
 * </pre>
 */
public final class EngineAgainstDl4j {
	private static final int CLASS = 327;

	/** A piece of work to be timed. */
	private interface Work {
		void run() throws StarfishException;
	}

	private final int rounds;

	private EngineAgainstDl4j(int rounds) {
		this.rounds = rounds;
	}

	/** Runs the benchmark. */
	public static void main(String[] arguments) throws StarfishException, IOException {
		System.out.println(Engine.description());
		var benchmark = new EngineAgainstDl4j(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7);
		System.out.printf("%-10s %-9s %12s %12s %7s %10s%n", "network", "what", "DL4J, ms", "engine, ms", "ratio", "difference");
		benchmark.compare("GoogLeNet", Dl4jNetworks.googLeNet());
		benchmark.compare("VGG16", Dl4jNetworks.vgg16());
	}

	private void compare(String name, ComputationGraph graph) throws StarfishException, IOException {
		Path file = Files.createTempFile("starfish-", ".zip");
		Network network;
		try {
			ModelSerializer.writeModel(graph, file.toFile(), false);
			network = ModelImporters.builtIn().read(file, Progress.NONE);
			measure(name, graph, network);
		} finally {
			Files.delete(file);
		}
	}

	private void measure(String name, ComputationGraph graph, Network network) throws StarfishException {
		int height = network.inputShape().height();
		int width = network.inputShape().width();
		float[] channelsLast = new float[height * width * 3];
		float[] channelsFirst = new float[channelsLast.length];
		var random = new Random(1);
		for (int i = 0; i < channelsLast.length; i++) {
			channelsLast[i] = (float) random.nextGaussian();
			channelsFirst[i % 3 * height * width + i / 3] = channelsLast[i];
		}
		INDArray input = Nd4j.createFromArray(channelsFirst).reshape(1, 3, height, width);
		INDArray label = Nd4j.zeros(1, 1000).putScalar(CLASS, 1);
		Layer output = network.layer(network.outputs().get(0));
		Layer logits = network.preSoftmax(output).orElse(output);
		float[] seed = new float[(int) logits.shape().size()];
		seed[CLASS] = 1;
		float[] gradient = new float[channelsLast.length];
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(output, logits), network.inputShape(), 1, true))) {
			double theirs = median(() -> graph.output(false, input));
			double ours = median(() -> plan.forward(channelsLast));
			print(name, "forward", theirs, ours, difference(graph.output(false, input)[0].toFloatVector(), plan.activation(output)));
			theirs = median(() -> {
				graph.setInputs(input);
				graph.setLabels(label);
				graph.computeGradientAndScore();
			});
			ours = median(() -> {
				plan.forward(channelsLast);
				plan.gradient(Map.of(logits, seed), ReluGradient.TRUE, gradient);
			});
			print(name, "gradient", theirs, ours, Double.NaN);
		}
	}

	private static void print(String name, String what, double theirs, double ours, double difference) {
		System.out.printf(Locale.ROOT, "%-10s %-9s %12.1f %12.1f %7.1f %10s%n", name, what, theirs, ours, theirs / ours,
				Double.isNaN(difference) ? "" : String.format(Locale.ROOT, "%.1e", difference));
	}

	private static double difference(float[] expected, float[] actual) {
		double square = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			square += Math.pow((double) expected[i] - actual[i], 2);
			norm += (double) expected[i] * expected[i];
		}
		return Math.sqrt(square / norm);
	}

	/** The median time of a piece of work in milliseconds, after as many rounds to warm up. */
	private double median(Work work) throws StarfishException {
		double[] times = new double[rounds];
		for (int i = -Math.min(rounds, 5); i < rounds; i++) {
			long start = System.nanoTime();
			work.run();
			if (i >= 0) {
				times[i] = (System.nanoTime() - start) / 1e6;
			}
		}
		Arrays.sort(times);
		return times[rounds / 2];
	}
}
