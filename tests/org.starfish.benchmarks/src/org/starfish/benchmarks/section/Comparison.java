// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.benchmarks.contest.Contest;
import org.starfish.benchmarks.contest.Contestant;
import org.starfish.benchmarks.contest.Series;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.benchmarks.report.RatioChart;
import org.starfish.benchmarks.report.RatioChart.Bar;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.benchmarks.report.TextTable;
import org.starfish.core.StarfishException;

/** The engine beside DL4J's own layers and libtorch, forward or forward and gradient, to the end and to the middle of each network. */
public final class Comparison implements Section {
	private static final String STARFISH = "Starfish, ms";
	private static final String LIBTORCH = "libtorch, ms";
	private static final String RATIO = "Starfish / libtorch";
	private static final String GAIN = "DL4J / Starfish";

	private final boolean gradient;

	/**
	 * @param gradient whether steps are gradient steps
	 */
	public Comparison(boolean gradient) {
		this.gradient = gradient;
	}

	@Override
	public String name() {
		return gradient ? "gradient" : "forward";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		Contestant starfish = Contestant.starfish(settings.threads());
		Contestant dl4j = Contestant.dl4j(settings.threads());
		Contestant libtorch = Contestant.libtorch(settings.threads());
		var table = new ResultTable(name(),
				gradient ? "A gradient step: forward and the gradient with respect to the input" : "A forward pass", 3, "network", "batch",
				"work", STARFISH, "DL4J, ms", LIBTORCH, "libtorch's form", RATIO, GAIN);
		for (Subject subject : settings.subjects()) {
			for (int batch : settings.batches()) {
				// More examples at once take longer, and vary less from one virtual machine to the next.
				var contest = new Contest(List.of(starfish, dl4j, libtorch), batch == 1 ? settings.effort() : settings.effort().once(),
						settings.progress(), (contestant, workload) -> contestant == dl4j && subject == Subject.VGG16 && batch > 1);
				contest.run(List.of(Workload.toEnd(subject, gradient, batch), Workload.toMiddle(subject, gradient, batch)))
						.forEach((workload, series) -> table.row(subject.title(), batch, workload.title(), time(series.get(starfish)),
								time(series.get(dl4j)), time(series.get(libtorch)), series.get(libtorch).form(),
								ratio(series, starfish, libtorch), ratio(series, dl4j, starfish)));
				contest.descriptions().forEach((contestant, description) -> results.facts().put(contestant.name(), description));
			}
		}
		results.put(table);
	}

	/** The ratios of all tables of this kind as a picture; empty if there are none. */
	public static Optional<String> chart(ResultFile results) {
		List<Bar> bars = new ArrayList<>();
		for (String name : List.of("forward", "gradient")) {
			ResultTable table = results.tables().get(name);
			if (table != null) {
				table.rows().forEach(row -> bar(table, row).ifPresent(bars::add));
			}
		}
		return bars.isEmpty() ? Optional.empty()
				: Optional.of(RatioChart.of("Time of Starfish's engine over that of libtorch", "Shorter is better. Medians and quartiles; beside them both times.",
						"libtorch", bars));
	}

	private static Optional<Bar> bar(ResultTable table, List<Object> row) {
		if (!(row.get(table.columns().indexOf(RATIO)) instanceof Spread ratio)) {
			return Optional.empty();
		}
		var ours = (Spread) row.get(table.columns().indexOf(STARFISH));
		var theirs = (Spread) row.get(table.columns().indexOf(LIBTORCH));
		return Optional.of(new Bar("%s, batch %s".formatted(row.get(0), row.get(1)), row.get(2).toString(), ratio,
				"%s / %s ms".formatted(TextTable.number(ours.median()), TextTable.number(theirs.median()))));
	}

	private static Object time(Series series) {
		return series.present() ? series.time() : series.absence();
	}

	private static Spread ratio(Map<Contestant, Series> series, Contestant one, Contestant other) {
		return series.get(one).present() && series.get(other).present() ? series.get(one).ratio(series.get(other)) : null;
	}
}
