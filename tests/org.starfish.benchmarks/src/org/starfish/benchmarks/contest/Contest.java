// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

import org.starfish.core.StarfishException;

/**
 * Has contestants do the same work and measures how long each takes: each in a virtual machine of its own, in rounds that alternate
 * (A B C A B C), so that a change of the machine's speed hits all alike; all of it again in fresh virtual machines. Compares what they
 * answer, too.
 */
public final class Contest {
	/** Relative errors that are allowed between contestants. Rounding that opens or closes one rectifier shows in a gradient. */
	private static final double FORWARD_TOLERANCE = 1e-4;
	private static final double GRADIENT_TOLERANCE = 1e-2;
	/** A step that takes longer than this, in milliseconds, is taken less often. */
	private static final double SLOW = 1000;
	private static final int SLOW_ROUNDS = 2;

	/**
	 * How much is measured.
	 *
	 * @param forks how many virtual machines each contestant gets, one after the other
	 * @param rounds how many rounds in each
	 * @param seconds how long a round is at least
	 */
	public record Effort(int forks, int rounds, double seconds) {
		/** The same in one virtual machine each. */
		public Effort once() {
			return new Effort(1, rounds, seconds);
		}
	}

	private final List<Contestant> contestants;
	private final Effort effort;
	private final Consumer<String> progress;
	private final BiPredicate<Contestant, Workload> leftOut;
	private final Map<Contestant, String> descriptions = new LinkedHashMap<>();

	/**
	 * @param contestants the first one is what the others' answers are compared with
	 * @param progress told what is going on
	 * @param leftOut which contestants do not take part in which work, as it would take too long
	 */
	public Contest(List<Contestant> contestants, Effort effort, Consumer<String> progress,
			BiPredicate<Contestant, Workload> leftOut) {
		this.contestants = List.copyOf(contestants);
		this.effort = effort;
		this.progress = progress;
		this.leftOut = leftOut;
	}

	/** What ran, with versions; known after {@link #run}. */
	public Map<Contestant, String> descriptions() {
		return descriptions;
	}

	/**
	 * Runs some workloads.
	 *
	 * @throws StarfishException if contestants do not answer the same
	 */
	public Map<Workload, Map<Contestant, Series>> run(List<Workload> workloads) throws StarfishException, IOException {
		Map<Workload, Map<Contestant, Series>> results = new LinkedHashMap<>();
		for (Workload workload : workloads) {
			Map<Contestant, Series> series = new LinkedHashMap<>();
			contestants.forEach(contestant -> series.put(contestant, new Series()));
			results.put(workload, series);
		}
		for (int fork = 0; fork < effort.forks(); fork++) {
			Map<Contestant, Fork> forks = start();
			try {
				for (Workload workload : workloads) {
					progress.accept("%s, batch %d, %s (%d of %d)".formatted(workload.subject().title(), workload.batch(),
							workload.title(), fork + 1, effort.forks()));
					run(workload, forks, results.get(workload), fork == 0);
				}
			} finally {
				for (Fork one : forks.values()) {
					one.close();
				}
			}
		}
		return results;
	}

	private Map<Contestant, Fork> start() throws StarfishException, IOException {
		Map<Contestant, Fork> forks = new LinkedHashMap<>();
		for (Contestant contestant : contestants) {
			Fork fork = contestant.start();
			forks.put(contestant, fork);
			descriptions.put(contestant, fork.ask(Request.describe()).text());
		}
		return forks;
	}

	private void run(Workload workload, Map<Contestant, Fork> forks, Map<Contestant, Series> results, boolean check)
			throws StarfishException, IOException {
		Map<Contestant, Integer> rounds = new LinkedHashMap<>();
		for (Contestant contestant : contestants) {
			if (leftOut.test(contestant, workload)) {
				results.get(contestant).absent("takes too long");
				continue;
			}
			Fork fork = forks.get(contestant);
			Reply reply = fork.ask(Request.prepare(workload, results.get(contestant).form()));
			Reply warm = reply.error() == null ? fork.ask(Request.time(1, 0)) : reply;
			if (warm.error() != null) {
				results.get(contestant).absent(warm.error());
				continue;
			}
			results.get(contestant).form(reply.text());
			boolean slow = warm.milliseconds()[0] > SLOW;
			rounds.put(contestant, slow ? Math.min(SLOW_ROUNDS, effort.rounds()) : effort.rounds());
			if (!slow) {
				fork.ask(Request.time(2, effort.seconds()));
			}
		}
		if (check) {
			check(workload, rounds.keySet().stream().toList(), forks);
		}
		for (int round = 0; round < effort.rounds(); round++) {
			for (Map.Entry<Contestant, Integer> entry : rounds.entrySet()) {
				if (round < entry.getValue()) {
					Reply reply = forks.get(entry.getKey()).ask(Request.time(1, effort.seconds()));
					if (reply.error() != null) {
						throw new StarfishException("%s failed at %s: %s.".formatted(entry.getKey().name(), workload.title(), reply.error()));
					}
					results.get(entry.getKey()).add(reply.milliseconds());
				}
			}
		}
	}

	private static void check(Workload workload, List<Contestant> contestants, Map<Contestant, Fork> forks)
			throws StarfishException, IOException {
		List<float[]> answers = new ArrayList<>();
		for (Contestant contestant : contestants) {
			answers.add(forks.get(contestant).result());
		}
		double tolerance = workload.gradient() ? GRADIENT_TOLERANCE : FORWARD_TOLERANCE;
		for (int i = 1; i < answers.size(); i++) {
			float[] answer = answers.get(i);
			double difference = answer.length == 0 ? 0 : difference(answers.get(0), answer);
			if (!(difference <= tolerance)) {
				throw new StarfishException("%s and %s answer differently at %s, batch %d, %s: by %.1e, where %.0e is allowed."
						.formatted(contestants.get(0).name(), contestants.get(i).name(), workload.subject().title(), workload.batch(),
								workload.title(), difference, tolerance));
			}
		}
	}

	/** The norm of the difference over the norm of what is expected. */
	private static double difference(float[] expected, float[] actual) {
		if (expected.length != actual.length) {
			return Double.POSITIVE_INFINITY;
		}
		double square = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			square += Math.pow((double) expected[i] - actual[i], 2);
			norm += (double) expected[i] * expected[i];
		}
		return Math.sqrt(square / norm);
	}
}
