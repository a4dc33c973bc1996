// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.dl4j.Dl4jImporter;
import org.starfish.core.importing.keras.KerasImporter;
import org.starfish.core.importing.onnx.OnnxImporter;
import org.starfish.core.network.Network;

/**
 * Opens a model file of any known format. On a plain virtual machine the built-in importers are known; in Eclipse
 * {@code importing.registry} finds these and those of other bundles.
 */
public final class ModelImporters {
	private static final int HEAD = 4096;

	private final List<ModelImporter> importers;

	/**
	 * @param importers asked in this order
	 */
	public ModelImporters(List<ModelImporter> importers) {
		this.importers = List.copyOf(importers);
	}

	/** The importers that come with the core. */
	public static ModelImporters builtIn() {
		return new ModelImporters(List.of(new OnnxImporter(), new KerasImporter(), new Dl4jImporter()));
	}

	/** The names of the formats, in the order in which the importers are asked. */
	public List<String> formats() {
		return importers.stream().map(ModelImporter::format).toList();
	}

	/** Whether some importer takes this file for one of its own. */
	public boolean isModel(Path file) {
		try {
			return Files.isRegularFile(file) && match(file, head(file)).isPresent();
		} catch (IOException e) {
			return false;
		}
	}

	/**
	 * The name of the format that a file seems to have.
	 *
	 * @param file need not exist, and is judged by its name and head alone then
	 * @param head its first bytes, at most 4096
	 */
	public Optional<String> format(Path file, byte[] head) throws IOException {
		return match(file, head).map(ModelImporter::format);
	}

	/**
	 * Opens a model.
	 *
	 * @throws StarfishException if the file is missing, unreadable, of no known format, damaged, or too large for the
	 *         memory; the message names it
	 */
	public Network read(Path file, Progress progress) throws StarfishException {
		try {
			check(file);
			ModelImporter importer = match(file, head(file)).orElseThrow(
					() -> new StarfishException("%s is no model that Starfish can open; it opens %s.".formatted(
							file.getFileName(), String.join(", ", formats()))));
			return importer.read(file, progress);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read: %s.".formatted(file.getFileName(), e.getMessage()), e);
		} catch (OutOfMemoryError e) {
			throw new StarfishException("%s does not fit into the memory; give Starfish more (-Xmx) or use a smaller model."
					.formatted(file.getFileName()), e);
		} catch (CancellationException e) {
			throw e;
		} catch (RuntimeException | StackOverflowError e) {
			// The file's bytes steer the parsers of several libraries, and what these throw at damaged ones is open.
			throw new StarfishException("%s is damaged and cannot be opened; get a fresh copy of it (%s)."
					.formatted(file.getFileName(), e.getClass().getSimpleName()), e);
		}
	}

	private static void check(Path file) throws StarfishException {
		if (Files.isDirectory(file)) {
			throw new StarfishException("%s is a folder; name a model file.".formatted(file));
		}
		if (!Files.exists(file)) {
			throw new StarfishException("There is no file %s.".formatted(file));
		}
		if (!Files.isRegularFile(file)) {
			throw new StarfishException("%s is not a regular file.".formatted(file));
		}
	}

	private static byte[] head(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return in.readNBytes(HEAD);
		} catch (AccessDeniedException | NoSuchFileException e) {
			throw new IOException("you may not read it", e);
		}
	}

	private Optional<ModelImporter> match(Path file, byte[] head) throws IOException {
		for (ModelImporter importer : importers) {
			if (importer.matches(file, head)) {
				return Optional.of(importer);
			}
		}
		return Optional.empty();
	}
}
