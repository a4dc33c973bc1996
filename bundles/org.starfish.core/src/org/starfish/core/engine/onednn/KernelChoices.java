// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Which of several kernels does a task fastest on this processor: found by a short trial, and kept in a file for each
 * kind of processor, so that the same task is done the same way from then on.
 */
public final class KernelChoices {
	/** The folder of the files; a folder of the user's caches if it is not set. */
	public static final String PROPERTY = "starfish.kernels";
	/** What another kernel must beat the usual one by, so that noise decides nothing. */
	private static final double WORTHWHILE = 0.9;
	private static final int ROUNDS = 5;
	private static final Path FILE = file();
	private static final Map<String, String> KNOWN = read();

	private KernelChoices() {
	}

	/**
	 * A kernel that could do a task.
	 *
	 * @param name what it is called in the file
	 * @param trial prepares it on arrays of its own
	 */
	public record Candidate(String name, Supplier<Trial> trial) {
	}

	/** A kernel on trial. */
	public interface Trial extends AutoCloseable {
		/** Does the task once. */
		void run();

		@Override
		void close();
	}

	/** Picks one of several kernels for a task. */
	public interface Chooser {
		/**
		 * The position of the kernel to use.
		 *
		 * @see KernelChoices#choose
		 */
		int choose(String task, List<Candidate> candidates);
	}

	/**
	 * The position of the kernel to use.
	 *
	 * @param task all that the kernels' speed depends on
	 * @param candidates the usual one first; not empty
	 */
	public static int choose(String task, List<Candidate> candidates) {
		return choose(task, candidates, System::nanoTime);
	}

	/**
	 * The position of the kernel to use.
	 *
	 * @param clock tells the time in nanoseconds
	 */
	static int choose(String task, List<Candidate> candidates, LongSupplier clock) {
		if (candidates.size() == 1) {
			return 0;
		}
		List<String> names = candidates.stream().map(Candidate::name).toList();
		if (!KNOWN.containsKey(task)) {
			// Another program may have chosen meanwhile; then both do the task the same way.
			read().forEach(KNOWN::putIfAbsent);
		}
		int known = names.indexOf(KNOWN.get(task));
		if (known >= 0) {
			return known;
		}
		int best = fastest(candidates, clock);
		KNOWN.put(task, names.get(best));
		return best;
	}

	/** What was chosen for all tasks so far, by task. */
	public static Map<String, String> known() {
		return new TreeMap<>(KNOWN);
	}

	private static int fastest(List<Candidate> candidates, LongSupplier clock) {
		List<Trial> trials = candidates.stream().map(candidate -> candidate.trial().get()).toList();
		long[] times = new long[trials.size()];
		try {
			for (int round = 0; round < ROUNDS; round++) {
				for (int i = 0; i < times.length; i++) {
					long start = clock.getAsLong();
					trials.get(i).run();
					long time = clock.getAsLong() - start;
					times[i] = round == 0 ? Long.MAX_VALUE : Math.min(times[i], time);
				}
			}
		} finally {
			trials.forEach(Trial::close);
		}
		int best = 0;
		for (int i = 1; i < times.length; i++) {
			if (times[i] < times[best] * (best == 0 ? WORTHWHILE : 1)) {
				best = i;
			}
		}
		return best;
	}

	/** Writes what is known where the next program finds it. */
	public static synchronized void save() {
		Map<String, String> all = new TreeMap<>(read());
		KNOWN.forEach(all::putIfAbsent);
		if (all.size() == read().size() || Files.exists(FILE) && !Files.isRegularFile(FILE)) {
			return;
		}
		var properties = new Properties();
		properties.putAll(all);
		try {
			Files.createDirectories(FILE.getParent());
			Path temporary = Files.createTempFile(FILE.getParent(), "kernels", ".tmp");
			try (Writer writer = Files.newBufferedWriter(temporary)) {
				properties.store(writer, "The fastest kernels on this processor, found by trial. Can be deleted.");
			}
			Files.move(temporary, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			// Where nothing can be written the trials are made again next time.
		}
	}

	private static Map<String, String> read() {
		var properties = new Properties();
		// To open a pipe would wait for whoever writes into it.
		if (Files.isRegularFile(FILE) && Files.isReadable(FILE)) {
			try (Reader reader = Files.newBufferedReader(FILE)) {
				properties.load(reader);
			} catch (IOException | IllegalArgumentException e) {
				properties.clear();
			}
		}
		Map<String, String> known = new ConcurrentHashMap<>();
		properties.forEach((task, name) -> known.put((String) task, (String) name));
		return known;
	}

	private static Path file() {
		String set = System.getProperty(PROPERTY);
		String caches = System.getenv("XDG_CACHE_HOME");
		Path folder = set != null ? Path.of(set)
				: (caches != null && !caches.isEmpty() ? Path.of(caches) : Path.of(System.getProperty("user.home"), ".cache"))
						.resolve("starfish").resolve("kernels");
		return folder.resolve("%s, %s.properties".formatted(OneDnn.processor(), OneDnn.variant()));
	}
}
