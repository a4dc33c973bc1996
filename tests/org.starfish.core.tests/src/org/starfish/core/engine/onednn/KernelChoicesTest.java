// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.starfish.core.engine.onednn.KernelChoices.Candidate;

/** The fastest kernel is found, once. */
class KernelChoicesTest {
	/** None that an earlier run may have chosen for. */
	private final String task = "test " + UUID.randomUUID();
	private final AtomicInteger open = new AtomicInteger();
	private final AtomicInteger runs = new AtomicInteger();
	private final AtomicLong time = new AtomicLong();

	@Test
	void theFastestIsChosenAndRemembered() {
		List<Candidate> candidates = List.of(candidate("slow", 400_000), candidate("fast", 100), candidate("slower", 800_000));
		assertEquals(1, choose(candidates));
		assertEquals(0, open.get(), "trials are closed");
		assertEquals("fast", KernelChoices.known().get(task));
		int before = runs.get();
		assertEquals(0, choose(List.of(candidate("fast", 100), candidate("slow", 400_000))));
		assertEquals(before, runs.get(), "no second trial");
	}

	@Test
	void generationsOfOneNameAreToldApart() {
		assertEquals(Optional.of("AMD EPYC 26 2"), OneDnn.processor(
				List.of("processor\t: 0", "cpu family\t: 26", "model\t\t: 2", "model name\t: AMD EPYC", "stepping\t: 1")));
		assertEquals(Optional.empty(), OneDnn.processor(List.of("processor\t: 0", "BogoMIPS\t: 50.00")));
	}

	@Test
	void theUsualOneIsKeptWhereOthersAreHardlyFaster() {
		List<Candidate> candidates = List.of(candidate("usual", 1_000_000), candidate("other", 990_000));
		assertEquals(0, choose(candidates));
	}

	@Test
	void oneKernelNeedsNoTrial() {
		assertEquals(0, choose(List.of(candidate("only", 100))));
		assertEquals(0, runs.get());
		assertTrue(!KernelChoices.known().containsKey(task));
	}

	private int choose(List<Candidate> candidates) {
		return KernelChoices.choose(task, candidates, time::get);
	}

	/** A kernel that takes some nanoseconds. */
	private Candidate candidate(String name, int duration) {
		return new Candidate(name, () -> {
			open.incrementAndGet();
			return new KernelChoices.Trial() {
				@Override
				public void run() {
					runs.incrementAndGet();
					time.addAndGet(duration);
				}

				@Override
				public void close() {
					open.decrementAndGet();
				}
			};
		});
	}
}
