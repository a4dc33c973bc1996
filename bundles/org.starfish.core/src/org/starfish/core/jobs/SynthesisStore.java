// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.CheckpointFile;

/**
 * The syntheses that are not finished, in a folder: whatever a {@link SynthesisJob} has not drawn when the program ends, or is
 * killed, is found there by the next one.
 */
public final class SynthesisStore {
	private static final Pattern NAME = Pattern.compile("(\\d{1,9})-(\\d{1,9})\\.checkpoint");

	private final Path folder;

	/**
	 * @param folder for this purpose only, and for one program at a time; made when it is needed
	 */
	public SynthesisStore(Path folder) {
		this.folder = folder;
	}

	/**
	 * Puts in what one job is to draw.
	 *
	 * @param syntheses in their order
	 * @return the orders for the job
	 * @throws StarfishException if the folder cannot be written
	 */
	public synchronized List<SynthesisOrder> add(List<CheckpointFile> syntheses) throws StarfishException {
		try {
			Files.createDirectories(folder);
			int job = groups().isEmpty() ? 0 : groups().lastKey() + 1;
			List<SynthesisOrder> orders = new ArrayList<>();
			for (CheckpointFile synthesis : syntheses) {
				Path file = folder.resolve(String.format(Locale.ROOT, "%d-%d.checkpoint", job, orders.size()));
				synthesis.write(file);
				orders.add(new SynthesisOrder(synthesis, Optional.of(file)));
			}
			return orders;
		} catch (IOException e) {
			throw new StarfishException("%s cannot be written; check its permissions.".formatted(folder), e);
		}
	}

	/**
	 * What is not finished, a list for each job. To be asked when the program begins, before jobs run.
	 *
	 * @param refused told what cannot be gone on with, and why, in a sentence; that is deleted
	 * @throws StarfishException if the folder cannot be read
	 */
	public synchronized List<List<SynthesisOrder>> unfinished(Consumer<String> refused) throws StarfishException {
		try {
			List<List<SynthesisOrder>> jobs = new ArrayList<>();
			for (TreeMap<Integer, Path> files : groups().values()) {
				List<SynthesisOrder> orders = new ArrayList<>();
				for (Path file : files.values()) {
					try {
						orders.add(new SynthesisOrder(CheckpointFile.read(file), Optional.of(file)));
					} catch (StarfishException e) {
						refused.accept(e.getMessage());
						Files.deleteIfExists(file);
					}
				}
				if (!orders.isEmpty()) {
					jobs.add(orders);
				}
			}
			return jobs;
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(folder), e);
		}
	}

	/** The files by job and position. */
	private TreeMap<Integer, TreeMap<Integer, Path>> groups() throws IOException {
		var groups = new TreeMap<Integer, TreeMap<Integer, Path>>();
		if (Files.isDirectory(folder)) {
			try (Stream<Path> files = Files.list(folder)) {
				files.forEach(file -> {
					Matcher name = NAME.matcher(file.getFileName().toString());
					if (name.matches()) {
						groups.computeIfAbsent(Integer.valueOf(name.group(1)), job -> new TreeMap<>())
								.put(Integer.valueOf(name.group(2)), file);
					}
				});
			}
		}
		return groups;
	}
}
