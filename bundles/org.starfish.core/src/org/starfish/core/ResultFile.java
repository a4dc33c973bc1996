// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that the program writes for its user: either whole or not at all, and never over another one unless that was
 * asked for.
 * <p>
 * The content goes to a temporary file in the same folder, which then takes the name in one step; whoever looks at the
 * folder sees the old file or the new one, nothing between.
 */
public final class ResultFile {
	/** Writes the content of a result to a stream, which the caller closes. */
	@FunctionalInterface
	public interface Content {
		void writeTo(OutputStream stream) throws IOException, StarfishException;
	}

	private final Path path;
	private final boolean force;

	private ResultFile(Path path, boolean force) {
		this.path = path;
		this.force = force;
	}

	/**
	 * Checks a name before the work that leads to its content begins.
	 *
	 * @param path where the result will lie
	 * @param force whether a file of that name is replaced
	 * @throws StarfishException if the file exists and {@code force} is not given, or cannot be written there
	 */
	public static ResultFile at(Path path, boolean force) throws StarfishException {
		var result = new ResultFile(path, force);
		result.check();
		return result;
	}

	/** Where the result lies, or will. */
	public Path path() {
		return path;
	}

	/** Writes the result. */
	public void write(byte[] content) throws StarfishException {
		write(stream -> stream.write(content));
	}

	/**
	 * Writes the result.
	 *
	 * @throws StarfishException if a file of that name has come into being, or writing fails; nothing is left behind
	 */
	public void write(Content content) throws StarfishException {
		try (Staged staged = stage(content)) {
			staged.place(false);
		}
	}

	/**
	 * Writes results that belong together.
	 *
	 * @param contents all of them, written in this order
	 * @throws StarfishException if one cannot be written; then all is as it was before
	 */
	public static void writeTogether(SequencedMap<ResultFile, byte[]> contents) throws StarfishException {
		List<Staged> stages = new ArrayList<>();
		try {
			for (var result : contents.sequencedEntrySet()) {
				stages.add(result.getKey().stage(stream -> stream.write(result.getValue())));
			}
			for (Staged staged : stages) {
				staged.place(true);
			}
		} catch (StarfishException e) {
			stages.forEach(Staged::undo);
			throw e;
		} finally {
			stages.forEach(Staged::close);
		}
	}

	private Staged stage(Content content) throws StarfishException {
		check();
		Staged staged = null;
		try {
			// A link stays a link: what it points to is replaced.
			staged = new Staged(Files.exists(path) ? path.toRealPath() : path.toAbsolutePath());
			try (OutputStream stream = new BufferedOutputStream(
					Files.newOutputStream(staged.temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
				content.writeTo(stream);
			}
			Staged whole = staged;
			staged = null;
			return whole;
		} catch (IOException e) {
			throw unwritable(e);
		} finally {
			if (staged != null) {
				staged.close();
			}
		}
	}

	/** A result that is written already, but under another name. */
	private final class Staged implements AutoCloseable {
		private final Path target;
		private final Path temporary;
		/** Where the file lies that this one takes the place of, if it has to be kept. */
		private final Path former;
		private boolean placed;
		private boolean lost;

		Staged(Path target) {
			this.target = target;
			// Not Files.createTempFile, whose files only their owner may read.
			temporary = target.resolveSibling(
					"." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()));
			former = temporary.resolveSibling(temporary.getFileName() + ".former");
		}

		/**
		 * Gives the result its name.
		 *
		 * @param undoable whether a file that it replaces is kept until the end
		 */
		void place(boolean undoable) throws StarfishException {
			try {
				if (undoable && force && Files.exists(target)) {
					Files.copy(target, former, StandardCopyOption.COPY_ATTRIBUTES);
				}
				move();
				placed = true;
			} catch (FileAlreadyExistsException e) {
				throw exists(e);
			} catch (IOException e) {
				throw unwritable(e);
			}
		}

		private void move() throws IOException {
			if (!force) {
				Files.move(temporary, target);
				return;
			}
			try {
				Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
			} catch (AtomicMoveNotSupportedException e) {
				Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}

		/** Brings back what was there before. */
		void undo() {
			if (!placed) {
				return;
			}
			if (!Files.exists(former)) {
				delete(target);
				return;
			}
			try {
				Files.move(former, target, StandardCopyOption.REPLACE_EXISTING);
			} catch (IOException e) {
				// The failure that led here is what the user needs to hear about; the file stays under its other name.
				lost = true;
			}
		}

		@Override
		public void close() {
			delete(temporary);
			if (!lost) {
				delete(former);
			}
		}
	}

	private void check() throws StarfishException {
		if (path.getFileName() == null || Files.isDirectory(path)) {
			throw new StarfishException("%s is a folder; name a file to write.".formatted(path));
		}
		Path folder = path.toAbsolutePath().getParent();
		if (!Files.isDirectory(folder)) {
			throw new StarfishException("%s cannot be written: there is no folder %s.".formatted(path, folder));
		}
		if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
			if (!force) {
				throw exists(null);
			}
			if (Files.exists(path) && !Files.isRegularFile(path)) {
				throw new StarfishException("%s is not an ordinary file; name another one to write.".formatted(path));
			}
		}
		if (!Files.isWritable(folder)) {
			throw new StarfishException("%s cannot be written: no permission to write in %s.".formatted(path, folder));
		}
	}

	private StarfishException exists(IOException cause) {
		return new StarfishException(
				"%s exists already; use --force to replace it, or give another name.".formatted(path), cause);
	}

	private static String reason(IOException e) {
		String message = e.getMessage();
		return message == null ? e.getClass().getSimpleName() : message.replaceAll("[.\\s]+$", "");
	}

	private StarfishException unwritable(IOException e) {
		return new StarfishException("%s cannot be written: %s.".formatted(path, reason(e)), e);
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			// The failure that led here is what the user needs to hear about.
		}
	}
}
