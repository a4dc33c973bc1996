// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** How fast this machine reads memory that is in no cache: what bounds a dense layer of one example. */
final class ReadBandwidth {
	/** Far beyond any cache. */
	private static final int LONGS_A_THREAD = 1 << 25;
	private static final int TIMES = 12;

	private ReadBandwidth() {
	}

	/** Bytes a second that some threads read together; the best of several times. */
	static double measure(int threads) {
		long[][] arrays = IntStream.range(0, threads).mapToObj(thread -> new long[LONGS_A_THREAD]).toArray(long[][]::new);
		long least = Long.MAX_VALUE;
		for (int i = 0; i < TIMES; i++) {
			long start = System.nanoTime();
			read(arrays);
			least = Math.min(least, System.nanoTime() - start);
		}
		return (double) threads * LONGS_A_THREAD * Long.BYTES / least * 1e9;
	}

	private static void read(long[][] arrays) {
		var done = new CountDownLatch(arrays.length);
		var sums = new long[arrays.length];
		for (int i = 0; i < arrays.length; i++) {
			int index = i;
			Thread.ofPlatform().start(() -> {
				sums[index] = sum(arrays[index]);
				done.countDown();
			});
		}
		try {
			done.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		if (IntStream.range(0, sums.length).anyMatch(i -> sums[i] != 0)) {
			throw new IllegalStateException("zeros do not add up to zero");
		}
	}

	/** The compiler makes vector instructions of this loop. */
	private static long sum(long[] array) {
		long sum = 0;
		for (long value : array) {
			sum += value;
		}
		return sum;
	}
}
