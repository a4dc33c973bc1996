// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.starfish.core.StarfishException;

/**
 * The two entries of a DL4J zip that are ever read. What they may unpack to is bounded; all others (updater state,
 * normalizers and whatever else Java may have serialized) are never opened.
 */
final class ModelZip implements AutoCloseable {
	static final String CONFIGURATION = "configuration.json";
	static final String COEFFICIENTS = "coefficients.bin";

	private static final long LARGEST_CONFIGURATION = 64L << 20;
	/** Up to here an entry may be packed as tightly as it likes. */
	private static final long HARMLESS = 64L << 20;
	/** Trained numbers hardly pack at all. */
	private static final long LARGEST_RATIO = 100;

	private final Path file;
	private final ZipFile zip;

	ModelZip(Path file) throws IOException {
		this.file = file;
		this.zip = new ZipFile(file.toFile());
	}

	/** Whether the directory of a zip names a configuration. */
	static boolean isOne(Path file) {
		try (var zip = new ZipFile(file.toFile())) {
			return zip.getEntry(CONFIGURATION) != null;
		} catch (IOException | IllegalArgumentException e) {
			return false;
		}
	}

	/** The configuration's text. */
	String configuration() throws IOException, StarfishException {
		ZipEntry entry = entry(CONFIGURATION);
		try (InputStream in = zip.getInputStream(entry)) {
			byte[] bytes = in.readNBytes((int) LARGEST_CONFIGURATION + 1);
			if (bytes.length > LARGEST_CONFIGURATION) {
				throw tooLarge(CONFIGURATION);
			}
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	/** The parameters, unread. Close it. */
	InputStream coefficients() throws IOException, StarfishException {
		ZipEntry entry = entry(COEFFICIENTS);
		long unpacked = entry.getSize();
		if (entry.getCompressedSize() > Files.size(file) || unpacked > HARMLESS && unpacked / Math.max(1, entry.getCompressedSize()) > LARGEST_RATIO) {
			throw tooLarge(COEFFICIENTS);
		}
		return zip.getInputStream(entry);
	}

	/** The number of bytes that the parameters claim to take. */
	long coefficientBytes() throws StarfishException {
		return entry(COEFFICIENTS).getSize();
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private ZipEntry entry(String name) throws StarfishException {
		ZipEntry entry = zip.getEntry(name);
		if (entry == null) {
			throw new StarfishException(
					"%s holds no %s, so it is no complete DL4J model; save it again with ModelSerializer."
							.formatted(file.getFileName(), name));
		}
		return entry;
	}

	private StarfishException tooLarge(String name) {
		return new StarfishException("%s in %s would unpack to far more than a model holds, so it is not read."
				.formatted(name, file.getFileName()));
	}
}
