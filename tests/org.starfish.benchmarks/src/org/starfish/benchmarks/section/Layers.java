// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.starfish.benchmarks.contest.Conditions;
import org.starfish.benchmarks.contest.Fork;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.benchmarks.section.LayerCosts.Cost;
import org.starfish.core.StarfishException;

/**
 * Where the time of the engine goes: kernel by kernel, beside the time that the same work would take at the rate of the fastest kernel;
 * whether steps for a layer in the middle pay for what comes after it; and dense layers beside the rate at which memory is read.
 */
public final class Layers implements Section {
	private static final int STEPS = 15;

	@Override
	public String name() {
		return "layers";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var kinds = new ResultTable("kernels", "Where the time of a gradient step for a class unit goes, batch 1", 2, "network", "kernel",
				"layers", "GFLOP", "forward, ms", "GFLOP/s", "backward, ms", "backward GFLOP/s", "forward at the best rate, ms");
		var layers = new ResultTable("layers", "The layers of VGG16, batch 1", 3, "layer", "answers", "kernel", "GFLOP", "forward, ms", "GFLOP/s",
				"backward, ms", "backward GFLOP/s");
		var middles = new ResultTable("middle", "A gradient step for a channel in the middle, beside what the same layers take on the way to the end",
				1, "network", "step, ms", "needed layers, ms", "step / needed layers");
		var dense = new ResultTable("dense", "Dense layers of VGG16, batch 1, beside the rate at which memory is read", 1, "layer",
				"weights, MB", "forward, ms", "GB/s", "machine reads, GB/s", "share");
		for (Subject subject : settings.subjects()) {
			settings.progress().accept("Layers of " + subject.title());
			LayerCosts costs;
			try (var fork = new Fork(Conditions.ofThreads(settings.threads()), LayerCosts.class, subject.name(), Integer.toString(STEPS),
					Integer.toString(settings.threads()))) {
				costs = fork.read(LayerCosts.class);
			}
			byKind(subject, costs, kinds);
			middles.row(subject.title(), costs.middle(), costs.needed(), costs.middle().median() / costs.needed().median());
			if (subject == Subject.VGG16) {
				byLayer(costs, layers, dense);
			}
		}
		for (ResultTable table : List.of(kinds, layers, middles, dense)) {
			if (!table.rows().isEmpty()) {
				results.put(table);
			}
		}
	}

	private static void byKind(Subject subject, LayerCosts costs, ResultTable table) {
		Map<String, List<Cost>> kinds = new LinkedHashMap<>();
		costs.costs().forEach(cost -> kinds.computeIfAbsent(cost.kind(), key -> new ArrayList<>()).add(cost));
		double best = costs.costs().stream().filter(Layers::isHeavy).mapToDouble(cost -> rate(cost.flops(), cost.forward().median())).max()
				.orElseThrow();
		List<Cost> sorted = new ArrayList<>();
		kinds.forEach((kind, all) -> sorted.add(new Cost(Integer.toString(all.size()), kind, "", "", all.stream().mapToDouble(Cost::flops).sum(),
				0, sum(all.stream().map(Cost::forward).toList()), sum(all.stream().map(Cost::gradient).toList()))));
		sorted.sort((a, b) -> Double.compare(b.forward().median() + b.gradient().median(), a.forward().median() + a.gradient().median()));
		for (Cost kind : sorted) {
			boolean heavy = isHeavy(kind);
			table.row(subject.title(), kind.kind(), Integer.valueOf(kind.layer()), kind.flops() / 1e9, kind.forward().median(),
					heavy ? rate(kind.flops(), kind.forward().median()) : null, kind.gradient().median(),
					heavy ? rate(kind.flops(), kind.gradient().median()) : null, heavy ? kind.flops() / best / 1e6 : null);
		}
		Spread all = costs.whole();
		Spread kernels = sum(costs.costs().stream().flatMap(cost -> List.of(cost.forward(), cost.gradient()).stream()).toList());
		table.row(subject.title(), "outside the kernels", null, null, null, null, all.median() - kernels.median(), null, null);
		double flops = costs.costs().stream().mapToDouble(Cost::flops).sum();
		table.row(subject.title(), "all, forward and backward", costs.costs().size(), flops / 1e9,
				costs.costs().stream().mapToDouble(cost -> cost.forward().median()).sum(), null, all.median(),
				rate(2 * flops, all.median()), flops / best / 1e6);
	}

	private static boolean isHeavy(Cost cost) {
		return cost.kind().startsWith("Convolution");
	}

	private static void byLayer(LayerCosts costs, ResultTable layers, ResultTable dense) {
		for (Cost cost : costs.costs()) {
			layers.row(cost.layer(), cost.shape(), cost.kernel(), cost.flops() / 1e9, cost.forward(), rate(cost.flops(), cost.forward().median()),
					cost.gradient(), rate(cost.flops(), cost.gradient().median()));
			if (cost.kind().equals("Dense")) {
				double bytes = cost.weights() / cost.forward().median() * 1e3;
				dense.row(cost.layer(), cost.weights() / (1 << 20), cost.forward(), bytes / 1e9, costs.bandwidth() / 1e9,
						bytes / costs.bandwidth());
			}
		}
	}

	/** In GFLOP a second. */
	private static double rate(double flops, double milliseconds) {
		return flops / milliseconds / 1e6;
	}

	private static Spread sum(List<Spread> spreads) {
		return new Spread(spreads.stream().mapToDouble(Spread::median).sum(), spreads.stream().mapToDouble(Spread::low).sum(),
				spreads.stream().mapToDouble(Spread::high).sum(), spreads.stream().mapToInt(Spread::count).min().orElse(0));
	}
}
