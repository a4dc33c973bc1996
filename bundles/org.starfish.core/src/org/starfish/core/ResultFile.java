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
		check();
		Path target = path;
		Path temporary = null;
		try {
			// A link stays a link: what it points to is replaced.
			target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
			// Not Files.createTempFile, whose files only their owner may read.
			temporary = target.resolveSibling(
					"." + target.getFileName() + "." + Long.toHexString(ThreadLocalRandom.current().nextLong()));
			try (OutputStream stream = new BufferedOutputStream(
					Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
				content.writeTo(stream);
			}
			move(temporary, target);
		} catch (FileAlreadyExistsException e) {
			throw exists(e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be written: %s.".formatted(path, reason(e)), e);
		} finally {
			delete(temporary);
		}
	}

	private void move(Path temporary, Path target) throws IOException {
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

	private static void delete(Path temporary) {
		if (temporary != null) {
			try {
				Files.deleteIfExists(temporary);
			} catch (IOException e) {
				// The failure that led here is what the user needs to hear about.
			}
		}
	}
}
