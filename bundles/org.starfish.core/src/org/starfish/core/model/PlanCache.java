// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.starfish.core.MemoryLimit;
import org.starfish.core.NoRoomException;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;

/** The plans of open networks that were used last, within a share of the memory. */
final class PlanCache {
	/** Of the memory limit, what plans may hold that nobody uses right now. */
	private static final double SHARE = 0.25;
	private static final int MOST = 8;
	/** How long, in milliseconds, somebody who waits for a plan goes unasked whether to give up. */
	private static final long PATIENCE = 50;

	private record Key(SharedNetwork network, PlanRequest request) {
	}

	/** A plan, or one that is about to be compiled. */
	private static final class Entry {
		/** Held by the thread that uses the plan. */
		final ReentrantLock turn = new ReentrantLock(true);
		final long bytes;
		/** Null until it is compiled; changed by whoever has the turn. */
		Plan plan;
		/** What the plan answered last. */
		volatile float[] input;
		/** How many use it or wait for it; guarded by the cache, like the next one. */
		int users;
		boolean dropped;

		Entry(long bytes) {
			this.bytes = bytes;
		}

		void close() {
			if (plan != null) {
				plan.close();
				plan = null;
			}
		}
	}

	private final MemoryLimit limit;
	private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

	PlanCache(MemoryLimit limit) {
		this.limit = limit;
	}

	<T> T forward(SharedNetwork network, PlanRequest request, float[] input, Progress progress,
			OpenNetwork.Reader<T> reader) throws StarfishException {
		String name = network.file().getFileName().toString();
		Entry entry = take(new Key(network, request), Engine.memory(network.model().network(), request));
		try {
			awaitTurn(entry, name, progress);
			try {
				long nanoseconds = 0;
				if (entry.plan == null) {
					progress.report("Preparing " + name, 0);
					entry.plan = compile(network, request);
				}
				if (entry.input != input) {
					progress.report("Running " + name, 0.5);
					entry.input = null;
					long start = System.nanoTime();
					entry.plan.forward(input);
					nanoseconds = System.nanoTime() - start;
					entry.input = input;
				}
				return reader.read(entry.plan, nanoseconds);
			} finally {
				entry.turn.unlock();
			}
		} finally {
			giveBack(entry);
		}
	}

	synchronized boolean isAnswered(SharedNetwork network, PlanRequest request, float[] input) {
		Entry entry = entries.get(new Key(network, request));
		return entry != null && entry.input == input;
	}

	/** Closes the plans of a network, those in use as soon as they are not. */
	synchronized void free(SharedNetwork network) {
		List<Key> keys = entries.keySet().stream().filter(key -> key.network() == network).toList();
		keys.forEach(this::drop);
	}

	/** How many plans there are. */
	synchronized int size() {
		return entries.size();
	}

	private synchronized Entry take(Key key, long bytes) {
		Entry entry = entries.computeIfAbsent(key, absent -> new Entry(bytes));
		entry.users++;
		long total = entries.values().stream().mapToLong(each -> each.bytes).sum();
		for (Key eldest : idle()) {
			if (total <= limit.bytes() * SHARE && entries.size() <= MOST) {
				break;
			}
			total -= entries.get(eldest).bytes;
			drop(eldest);
		}
		return entry;
	}

	/** Compiles a plan, if need be in the place of those that nobody uses. */
	Plan compile(SharedNetwork network, PlanRequest request) throws StarfishException {
		try {
			return Engine.compile(network.model().network(), request);
		} catch (NoRoomException | OutOfMemoryError e) {
			synchronized (this) {
				idle().forEach(this::drop);
			}
		}
		try {
			return Engine.compile(network.model().network(), request);
		} catch (OutOfMemoryError e) {
			throw new StarfishException(
					"The memory does not suffice to run %s; close other models, or raise the limit with -Xmx."
							.formatted(network.file().getFileName()),
					e);
		}
	}

	/** The eldest first. */
	private List<Key> idle() {
		List<Key> idle = new ArrayList<>();
		entries.forEach((key, entry) -> {
			if (entry.users == 0) {
				idle.add(key);
			}
		});
		return idle;
	}

	private void drop(Key key) {
		Entry entry = entries.remove(key);
		entry.dropped = true;
		if (entry.users == 0) {
			entry.close();
		}
	}

	private synchronized void giveBack(Entry entry) {
		entry.users--;
		if (entry.users == 0 && (entry.dropped || entry.plan == null)) {
			entries.values().remove(entry);
			entry.close();
		}
	}

	private static void awaitTurn(Entry entry, String name, Progress progress) {
		try {
			while (!entry.turn.tryLock(PATIENCE, TimeUnit.MILLISECONDS)) {
				progress.report("Waiting for " + name, 0);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
	}
}
