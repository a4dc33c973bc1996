// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.util.Map;

import org.starfish.core.StarfishException;

/**
 * The memory that a workload takes in a fresh virtual machine.
 *
 * @param peak the most bytes of the process at any time
 * @param steps how many steps were taken to measure the rest
 * @param allocation bytes a step on the Java heap ({@code heap}) and outside ({@code outside}), and by how many the process grew over
 *        all of them ({@code growth})
 */
public record Footprint(double peak, int steps, Map<String, Double> allocation) {
	/**
	 * Measures.
	 *
	 * @param seconds about how long to take steps, after as long to warm up
	 */
	public static Footprint of(Contestant contestant, Workload workload, double seconds) throws StarfishException, IOException {
		try (Fork fork = contestant.start()) {
			checked(fork.ask(Request.prepare(workload, "")));
			int steps = Math.max(2, checked(fork.ask(Request.time(2, seconds))).milliseconds().length);
			Map<String, Double> allocation = checked(fork.ask(Request.allocation(steps))).numbers();
			return new Footprint(checked(fork.ask(Request.memory())).numbers().get("peak"), steps, allocation);
		}
	}

	private static Reply checked(Reply reply) throws StarfishException {
		if (reply.error() != null) {
			throw new StarfishException("The memory cannot be measured: %s.".formatted(reply.error()));
		}
		return reply;
	}
}
