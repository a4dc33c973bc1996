// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.starfish.benchmarks.contest.Contest;
import org.starfish.benchmarks.contest.Contestant;
import org.starfish.benchmarks.contest.Series;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.core.StarfishException;

/** How the time of the engine grows with the number of examples, the size of the picture, and the number of threads. */
public final class Scaling implements Section {
	private static final List<Integer> BATCHES = List.of(1, 2, 4, 8, 16);
	private static final List<Integer> SIDES = List.of(128, 224, 448, 896);
	/** The last layer that takes pictures of every size. */
	private static final String CONVOLUTIONAL = "inception_5b/output";

	@Override
	public String name() {
		return "scaling";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		batches(settings, results);
		sides(settings, results);
		threads(settings, results);
	}

	private static void batches(Settings settings, ResultFile results) throws StarfishException, IOException {
		var table = new ResultTable("batch", "How the time grows with the batch: gradient step, class unit", 2, "network", "batch",
				"step, ms", "per example, ms");
		for (Subject subject : settings.subjects()) {
			List<Workload> workloads = BATCHES.stream().map(batch -> Workload.toEnd(subject, true, batch)).toList();
			alone(settings, workloads).forEach((workload, series) -> table.row(subject.title(), workload.batch(), series.time(),
					series.time().median() / workload.batch()));
		}
		results.put(table);
	}

	private static void sides(Settings settings, ResultFile results) throws StarfishException, IOException {
		if (!settings.subjects().contains(Subject.GOOGLENET)) {
			return;
		}
		var table = new ResultTable("side", "How the time grows with the picture: GoogLeNet to its last convolutional layer", 2, "side",
				"work", "time, ms", "per 224 x 224 pixels, ms");
		List<Workload> workloads = new ArrayList<>();
		for (int side : SIDES) {
			workloads.add(new Workload(Subject.GOOGLENET, CONVOLUTIONAL, false, 1, side));
			workloads.add(new Workload(Subject.GOOGLENET, CONVOLUTIONAL, true, 1, side));
		}
		alone(settings, workloads).forEach((workload, series) -> table.row(workload.side(), workload.gradient() ? "gradient" : "forward",
				series.time(), series.time().median() * 224 * 224 / workload.side() / workload.side()));
		results.put(table);
	}

	private static void threads(Settings settings, ResultFile results) throws StarfishException, IOException {
		Contestant one = Contestant.starfish(1).named("1 thread", Contestant.starfish(1).conditions());
		Contestant two = Contestant.starfish(2).named("2 threads", Contestant.starfish(2).conditions());
		var table = new ResultTable("threads", "What a second thread brings, batch 1", 2, "network", "work", "1 thread, ms", "2 threads, ms",
				"1 thread / 2 threads");
		var contest = new Contest(List.of(one, two), settings.effort().once(), settings.progress(), (contestant, workload) -> false);
		for (Subject subject : settings.subjects()) {
			contest.run(List.of(Workload.toEnd(subject, false, 1), Workload.toEnd(subject, true, 1)))
					.forEach((workload, series) -> table.row(subject.title(), workload.title(), series.get(one).time(),
							series.get(two).time(), series.get(one).ratio(series.get(two))));
		}
		results.put(table);
	}

	private static Map<Workload, Series> alone(Settings settings, List<Workload> workloads) throws StarfishException, IOException {
		Contestant starfish = Contestant.starfish(settings.threads());
		var contest = new Contest(List.of(starfish), settings.effort().once(), settings.progress(), (contestant, workload) -> false);
		Map<Workload, Series> results = new LinkedHashMap<>();
		contest.run(workloads).forEach((workload, series) -> results.put(workload, series.get(starfish)));
		return results;
	}
}
