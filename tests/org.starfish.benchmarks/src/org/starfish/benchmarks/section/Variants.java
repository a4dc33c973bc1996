// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.starfish.benchmarks.contest.Conditions;
import org.starfish.benchmarks.contest.Contest;
import org.starfish.benchmarks.contest.Contestant;
import org.starfish.benchmarks.contest.Series;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.core.StarfishException;

/**
 * The engine on different native libraries: oneDNN with all of the processor's instructions, as it is shipped, and with fewer; and the
 * native variants of ND4J without oneDNN's own interface.
 */
public final class Variants implements Section {
	/** What oneDNN calls the sets of instructions. */
	private static final List<String> INSTRUCTIONS = List.of("AVX2", "SSE41");
	private static final List<String> ND4J = List.of("-onednn-avx512", "-onednn-avx2", "");

	@Override
	public String name() {
		return "variants";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		int threads = settings.threads();
		Contestant shipped = Contestant.starfish(threads);
		List<Contestant> contestants = new ArrayList<>(List.of(shipped));
		for (String instructions : INSTRUCTIONS) {
			contestants.add(shipped.named("oneDNN, " + instructions,
					Conditions.ofThreads(threads).withVariable("DNNL_MAX_CPU_ISA", instructions)));
		}
		ND4J.forEach(variant -> contestants.add(Contestant.nd4j(threads, variant)));
		var table = new ResultTable(name(), "The engine on different native libraries, batch 1", 3, "network", "work", "library",
				"time, ms", "over oneDNN with all instructions");
		var contest = new Contest(contestants, settings.effort().once(), settings.progress(), (contestant, workload) -> false);
		for (Subject subject : settings.subjects()) {
			Map<Workload, Map<Contestant, Series>> measured = contest
					.run(List.of(Workload.toEnd(subject, false, 1), Workload.toEnd(subject, true, 1)));
			measured.forEach((workload, series) -> series.forEach((contestant, one) -> table.row(subject.title(), workload.title(),
					contestant == shipped ? "oneDNN, all instructions" : contestant.name(), one.present() ? one.time() : one.absence(),
					one.present() ? one.ratio(series.get(shipped)) : null)));
		}
		results.put(table);
	}
}
