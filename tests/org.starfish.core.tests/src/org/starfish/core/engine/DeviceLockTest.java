// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeviceLockTest {
	private final DeviceLock lock = new DeviceLock();
	private final List<Thread> threads = new ArrayList<>();

	@Test
	void interactiveStepsGoFirstAndEqualsInTheirOrder() throws InterruptedException {
		var running = new CountDownLatch(1);
		var mayEnd = new CountDownLatch(1);
		start(() -> lock.run(Priority.BACKGROUND, () -> {
			running.countDown();
			await(mayEnd);
		}));
		running.await();
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		enqueue(Priority.BACKGROUND, () -> order.add("synthesis"));
		enqueue(Priority.BACKGROUND, () -> order.add("mixture"));
		enqueue(Priority.INTERACTIVE, () -> order.add("grid"));
		enqueue(Priority.INTERACTIVE, () -> order.add("other grid"));
		mayEnd.countDown();
		join();
		assertEquals(List.of("grid", "other grid", "synthesis", "mixture"), order);
	}

	@Test
	void anInteractiveStepIsTakenBetweenTwoStepsOfALongRun() throws InterruptedException {
		List<String> order = Collections.synchronizedList(new ArrayList<>());
		var secondStep = new CountDownLatch(1);
		var gridWaits = new CountDownLatch(1);
		start(() -> {
			for (int step = 0; step < 4; step++) {
				int number = step;
				lock.run(Priority.BACKGROUND, () -> {
					order.add("step " + number);
					if (number == 1) {
						secondStep.countDown();
						await(gridWaits);
					}
				});
			}
		});
		secondStep.await();
		enqueue(Priority.INTERACTIVE, () -> order.add("grid"));
		gridWaits.countDown();
		join();
		assertEquals(List.of("step 0", "step 1", "grid", "step 2", "step 3"), order);
	}

	@Test
	void oneStepRunsAtATime() throws InterruptedException {
		var inside = new AtomicInteger();
		var most = new AtomicInteger();
		var done = new AtomicInteger();
		for (int i = 0; i < 6; i++) {
			Priority priority = i % 2 == 0 ? Priority.BACKGROUND : Priority.INTERACTIVE;
			start(() -> {
				for (int step = 0; step < 500; step++) {
					lock.run(priority, () -> {
						most.accumulateAndGet(inside.incrementAndGet(), Math::max);
						Thread.yield();
						inside.decrementAndGet();
						done.incrementAndGet();
					});
				}
			});
		}
		join();
		assertEquals(1, most.get());
		assertEquals(3000, done.get());
	}

	@Test
	void aStepThatFailsLeavesTheDeviceFree() {
		assertThrows(IllegalStateException.class, () -> lock.run(Priority.BACKGROUND, () -> {
			throw new IllegalStateException("boom");
		}));
		var ran = new AtomicInteger();
		lock.run(Priority.BACKGROUND, ran::incrementAndGet);
		assertEquals(1, ran.get());
	}

	@Test
	void anInterruptedThreadGetsItsTurnAndStaysInterrupted() throws InterruptedException {
		var running = new CountDownLatch(1);
		var mayEnd = new CountDownLatch(1);
		start(() -> lock.run(Priority.BACKGROUND, () -> {
			running.countDown();
			await(mayEnd);
		}));
		running.await();
		var seen = new ArrayList<Boolean>();
		Thread waiting = enqueue(Priority.BACKGROUND, () -> seen.add(true), () -> seen.add(Thread.interrupted()));
		waiting.interrupt();
		mayEnd.countDown();
		join();
		assertEquals(List.of(true, true), seen);
	}

	private void enqueue(Priority priority, Runnable step) {
		enqueue(priority, step, () -> {
		});
	}

	/** Starts a thread and returns when it is in the queue. */
	private Thread enqueue(Priority priority, Runnable step, Runnable after) {
		int before = lock.waiting();
		Thread thread = start(() -> {
			lock.run(priority, step);
			after.run();
		});
		while (lock.waiting() == before) {
			assertTrue(thread.isAlive());
			Thread.onSpinWait();
		}
		return thread;
	}

	private Thread start(Runnable work) {
		Thread thread = new Thread(work);
		threads.add(thread);
		thread.start();
		return thread;
	}

	private void join() throws InterruptedException {
		for (Thread thread : threads) {
			thread.join();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
