// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.starfish.benchmarks.contest.Contestant;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.contest.Footprint;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.core.StarfishException;

/** How much memory gradient steps take at most, and what each of them allocates once all is warm. */
public final class Memory implements Section {
	private static final double MEGABYTE = 1 << 20;
	private static final int SECONDS = 4;

	@Override
	public String name() {
		return "memory";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var peaks = new ResultTable("peak", "Most memory of the process at gradient steps, class unit, batch 1, in MB", 1, "network",
				"Starfish", "DL4J", "libtorch");
		var steady = new ResultTable("allocation", "What a gradient step allocates, class unit, batch 1", 1, "network", "steps",
				"on the Java heap, bytes a step", "outside, bytes a step", "growth of the process over all steps, MB");
		List<Contestant> contestants = List.of(Contestant.starfish(settings.threads()), Contestant.dl4j(settings.threads()),
				Contestant.libtorch(settings.threads()));
		for (Subject subject : settings.subjects()) {
			Workload workload = Workload.toEnd(subject, true, 1);
			Object[] row = new Object[1 + contestants.size()];
			row[0] = subject.title();
			for (int i = 0; i < contestants.size(); i++) {
				settings.progress().accept("Memory of %s, %s".formatted(contestants.get(i).name(), subject.title()));
				Footprint footprint = Footprint.of(contestants.get(i), workload, i == 0 ? SECONDS : 1);
				row[1 + i] = footprint.peak() / MEGABYTE;
				if (i == 0) {
					Map<String, Double> allocation = footprint.allocation();
					steady.row(subject.title(), footprint.steps(), allocation.get("heap"), allocation.get("outside"),
							allocation.get("growth") / MEGABYTE);
				}
			}
			peaks.row(row);
		}
		results.put(peaks);
		results.put(steady);
	}
}
