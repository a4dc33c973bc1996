// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.benchmarks.report.Spread;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.Plan.LayerTime;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.operation.Convolution;

import com.google.gson.Gson;

/**
 * What each layer of a network costs in gradient steps for a class unit, and what steps for a channel in the middle cost as a whole. A
 * program of its own, which prints this as JSON.
 *
 * @param costs of the layers that run, in their order
 * @param whole a gradient step for the class unit, in milliseconds
 * @param middle a gradient step for the channel in the middle, in milliseconds
 * @param needed what the layers that the middle needs took within the steps for the class unit, in milliseconds
 * @param bandwidth bytes a second that the machine reads
 */
record LayerCosts(List<Cost> costs, Spread whole, Spread middle, Spread needed, double bandwidth) {
	private static final int WARM_UP = 5;

	/**
	 * What a layer costs, together with those that are computed within it.
	 *
	 * @param layer the name of the one that takes most of it
	 * @param kind what that one is
	 * @param shape what it answers
	 * @param kernel which kernel was chosen, where there was a choice; else empty
	 * @param flops floating point operations of all of them, forward
	 * @param weights bytes of all of them
	 * @param forward in milliseconds
	 * @param gradient in milliseconds
	 */
	record Cost(String layer, String kind, String shape, String kernel, double flops, double weights, Spread forward, Spread gradient) {
	}

	/**
	 * Measures.
	 *
	 * @param arguments the network, how many steps to take, and how many threads read
	 */
	public static void main(String[] arguments) throws StarfishException {
		Answer.reserveOutput();
		Subject subject = Subject.valueOf(arguments[0]);
		Answer.OUT.println(new Gson().toJson(measure(subject, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))));
	}

	private static LayerCosts measure(Subject subject, int steps, int threads) throws StarfishException {
		Network network = subject.open();
		Workload toEnd = Workload.toEnd(subject, true, 1);
		Workload toMiddle = Workload.toMiddle(subject, true, 1);
		Set<Layer> neededLayers = new HashSet<>(network.needed(List.of(toMiddle.target(network))));
		Map<Layer, double[]> forward = new LinkedHashMap<>();
		Map<Layer, double[]> gradient = new LinkedHashMap<>();
		Map<String, String> kernels = new HashMap<>();
		double[] whole = new double[steps];
		double[] middle = new double[steps];
		double[] needed = new double[steps];
		try (Run end = new Run(network, toEnd); Run half = new Run(network, toMiddle)) {
			kernels.putAll(end.plan.kernels());
			for (int i = -WARM_UP; i < steps; i++) {
				double wholeTime = end.step();
				double middleTime = half.step();
				if (i < 0) {
					continue;
				}
				whole[i] = wholeTime;
				middle[i] = middleTime;
				for (LayerTime time : end.plan.layerTimes()) {
					forward.computeIfAbsent(time.layer(), key -> new double[steps])[i] = time.forward() / 1e6;
					gradient.computeIfAbsent(time.layer(), key -> new double[steps])[i] = time.gradient() / 1e6;
					needed[i] += neededLayers.contains(time.layer()) ? (time.forward() + time.gradient()) / 1e6 : 0;
				}
			}
		}
		List<Cost> costs = new ArrayList<>();
		groups(network, forward.keySet()).forEach((layer, group) -> {
			Layer main = group.stream().max(Comparator.comparingLong(network::flops)).orElseThrow();
			costs.add(new Cost(main.name(), kind(main), main.shape().toString(),
					group.stream().map(one -> kernels.getOrDefault(one.name(), "")).filter(kernel -> !kernel.isEmpty()).findFirst().orElse(""), group.stream().mapToLong(network::flops).sum(),
					group.stream().mapToLong(one -> one.operation().parameters()).sum() * Float.BYTES, Spread.of(forward.get(layer)),
					Spread.of(gradient.get(layer))));
		});
		return new LayerCosts(costs, Spread.of(whole), Spread.of(middle), Spread.of(needed), ReadBandwidth.measure(threads));
	}

	/** To each layer that runs, those that are computed within it. */
	private static Map<Layer, List<Layer>> groups(Network network, Set<Layer> running) {
		Map<String, Layer> owners = new HashMap<>();
		Map<Layer, List<Layer>> groups = new LinkedHashMap<>();
		running.forEach(layer -> groups.put(layer, new ArrayList<>()));
		for (Layer layer : network.needed(running).reversed()) {
			Layer owner = running.contains(layer) ? layer : owners.get(layer.name());
			if (owner != null) {
				groups.get(owner).add(layer);
				layer.inputs().forEach(input -> owners.put(input, owner));
			}
		}
		return groups;
	}

	private static String kind(Layer layer) {
		return layer.operation() instanceof Convolution convolution
				? "%s %dx%d".formatted(layer.kind(), convolution.weights().dim(0), convolution.weights().dim(1))
				: layer.kind();
	}

	/** A workload on the engine. */
	private static final class Run implements AutoCloseable {
		private final Plan plan;
		private final float[] input;
		private final float[] gradient;
		private final Map<Layer, float[]> seeds;

		Run(Network network, Workload workload) throws StarfishException {
			Layer target = workload.target(network);
			plan = Engine.compile(network, new PlanRequest(Set.of(target), network.inputShape(), 1, true));
			input = workload.subject().input(1, network.inputShape());
			gradient = new float[input.length];
			seeds = Map.of(target, workload.seed(plan.shape(target)));
		}

		double step() throws StarfishException {
			long start = System.nanoTime();
			plan.forward(input);
			plan.gradient(seeds, ReluGradient.TRUE, gradient);
			return (System.nanoTime() - start) / 1e6;
		}

		@Override
		public void close() {
			plan.close();
		}
	}
}
