// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.util.function.LongSupplier;

/** The most memory that Starfish may use, and what is left of it. Asked before something large is made. */
public final class MemoryLimit {
	private static final long MEGABYTE = 1 << 20;

	private final long limit;
	private final LongSupplier used;
	private final Runnable collector;

	/**
	 * @param limit in bytes
	 * @param used how many bytes of it are taken now, those of garbage among them
	 * @param collector collects the garbage; asked only when there seems to be too little room
	 */
	public MemoryLimit(long limit, LongSupplier used, Runnable collector) {
		this.limit = limit;
		this.used = used;
		this.collector = collector;
	}

	/** The limit that this virtual machine was started with ({@code -Xmx}). */
	public static MemoryLimit ofVirtualMachine() {
		Runtime runtime = Runtime.getRuntime();
		return new MemoryLimit(runtime.maxMemory(), () -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
	}

	/** All that may be used, in bytes. */
	public long bytes() {
		return limit;
	}

	/**
	 * Refuses what would not fit.
	 *
	 * @param bytes how many it would take
	 * @param what what needs them, as the subject of a sentence
	 * @param remedy what the user can do beside raising the limit, as in {@code close other models}
	 * @throws NoRoomException if they are not left; names the limit and how to raise it
	 */
	public void require(long bytes, String what, String remedy) throws NoRoomException {
		if (!holds(bytes)) {
			throw new NoRoomException(
					"%s needs about %d MB of memory, and %d MB of the %d MB that Starfish may use are free; %s, or raise the limit with -Xmx, as in -Xmx%dm."
							.formatted(what, Math.ceilDiv(bytes, MEGABYTE), Math.max(0, room()) / MEGABYTE,
									limit / MEGABYTE, remedy, raised(bytes)));
		}
	}

	private boolean holds(long bytes) {
		if (bytes > room() && bytes <= limit) {
			collector.run();
		}
		return bytes <= room();
	}

	private long room() {
		return limit - used.getAsLong();
	}

	/** A limit, in megabytes, that would do: a multiple of 512. */
	private long raised(long bytes) {
		return Math.ceilDiv((used.getAsLong() + bytes) * 5 / 4, 512 * MEGABYTE) * 512;
	}
}
