// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.starfish.benchmarks.report.Spread;

/** The times of one contestant at one workload, round by round. */
public final class Series {
	private final List<double[]> rounds = new ArrayList<>();
	private String form = "";
	private String absence = "";

	void add(double[] milliseconds) {
		rounds.add(milliseconds);
	}

	void form(String newForm) {
		form = newForm;
	}

	void absent(String reason) {
		absence = reason;
	}

	/** How it was computed, where there is a choice; else empty. */
	public String form() {
		return form;
	}

	/** Why it took no part; empty if it did. */
	public String absence() {
		return absence;
	}

	/** Whether it took part. */
	public boolean present() {
		return absence.isEmpty() && !rounds.isEmpty();
	}

	/** The time of a step in milliseconds, over all rounds. */
	public Spread time() {
		return Spread.of(rounds.stream().flatMapToDouble(Arrays::stream).toArray());
	}

	/** This one's time over another's, round by round: what slows the machine for a while slows both. */
	public Spread ratio(Series other) {
		int common = Math.min(rounds.size(), other.rounds.size());
		double[] ratios = new double[common];
		for (int i = 0; i < common; i++) {
			ratios[i] = Spread.of(rounds.get(i)).median() / Spread.of(other.rounds.get(i)).median();
		}
		return Spread.of(ratios);
	}
}
