// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class MemoryLimitTest {
	private static final long MEGABYTE = 1 << 20;
	private final AtomicLong used = new AtomicLong(700 * MEGABYTE);
	private final AtomicInteger collections = new AtomicInteger();
	private final MemoryLimit limit = new MemoryLimit(1000 * MEGABYTE, used::get, () -> {
		collections.incrementAndGet();
		used.set(500 * MEGABYTE);
	});

	@Test
	void whatFitsIsLetPassWithoutCollecting() throws NoRoomException {
		limit.require(300 * MEGABYTE, "x", "y");
		assertEquals(0, collections.get());
	}

	@Test
	void garbageIsCollectedBeforeRefusing() throws NoRoomException {
		limit.require(400 * MEGABYTE, "x", "y");
		assertEquals(1, collections.get());
	}

	@Test
	void whatDoesNotFitIsRefusedWithTheLimitAndAWayToRaiseIt() {
		assertEquals(
				"big.onnx needs about 600 MB of memory, and 500 MB of the 1000 MB that Starfish may use are free; wait, or raise the limit with -Xmx, as in -Xmx1536m.",
				assertThrows(NoRoomException.class, () -> limit.require(600 * MEGABYTE, "big.onnx", "wait")).getMessage());
	}

	@Test
	void whatCanNeverFitIsRefusedAtOnce() {
		assertThrows(NoRoomException.class, () -> limit.require(2000 * MEGABYTE, "big.onnx", "wait"));
		assertEquals(0, collections.get());
	}
}
