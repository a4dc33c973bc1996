// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.starfish.core.StarfishException;

import com.google.gson.JsonObject;

/**
 * A {@code .keras} file: a zip of a configuration and an HDF5 file with the weights. What its entries unpack to is
 * bounded, and they unpack into memory only.
 */
final class KerasZip implements AutoCloseable {
	private static final String CONFIGURATION = "config.json";
	private static final String METADATA = "metadata.json";
	private static final String WEIGHTS = "model.weights.h5";

	private static final int LARGEST_TEXT = 64 << 20;
	/** Up to here the weights may be packed as tightly as they like. */
	private static final long HARMLESS = 64L << 20;
	/** Trained numbers hardly pack at all. */
	private static final long LARGEST_RATIO = 100;

	private final Path file;
	private final ZipFile zip;

	KerasZip(Path file) throws StarfishException, IOException {
		this.file = file;
		try {
			this.zip = new ZipFile(file.toFile());
		} catch (ZipException | IllegalArgumentException e) {
			throw damaged(e);
		}
	}

	/** Whether the file is a zip with the entries of a Keras model. */
	static boolean isOne(Path file, byte[] head) {
		return head.length > 3 && head[0] == 'P' && head[1] == 'K' && isOne(file);
	}

	/** Whether the directory of a zip has the entries of a Keras model. */
	static boolean isOne(Path file) {
		try (var zip = new ZipFile(file.toFile())) {
			return zip.getEntry(CONFIGURATION) != null && zip.getEntry(WEIGHTS) != null;
		} catch (IOException | IllegalArgumentException e) {
			return false;
		}
	}

	/** The model, with its weights in memory but undecoded. */
	StoredModel model() throws StarfishException, IOException {
		try {
			String version = "3";
			if (zip.getEntry(METADATA) != null) {
				JsonObject metadata = ConfigurationText.parse(text(METADATA), file);
				version = new Fields(metadata, METADATA + " of " + file.getFileName()).text("keras_version", "3");
			}
			JsonObject configuration = ConfigurationText.parse(text(CONFIGURATION), file);
			HdfStore store = HdfStore.of(bytes(WEIGHTS, largestWeights()), file);
			return new StoredModel(file, configuration, Generation.of(version, ""), store,
					VariableGroups.of(store, store.root()));
		} catch (ZipException | EOFException e) {
			throw damaged(e);
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}

	private String text(String name) throws StarfishException, IOException {
		return new String(bytes(name, LARGEST_TEXT), StandardCharsets.UTF_8);
	}

	private long largestWeights() throws StarfishException {
		ZipEntry entry = zip.getEntry(WEIGHTS);
		return Math.max(HARMLESS, Math.max(0, entry.getCompressedSize()) * LARGEST_RATIO);
	}

	private byte[] bytes(String name, long most) throws StarfishException, IOException {
		try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
			byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
			if (bytes.length > most || in.read() >= 0) {
				throw new StarfishException("%s in %s would unpack to far more than a model holds, so it is not read."
						.formatted(name, file.getFileName()));
			}
			return bytes;
		}
	}

	private StarfishException damaged(Exception cause) {
		return new StarfishException("%s is a damaged zip; get a fresh copy of it.".formatted(file.getFileName()), cause);
	}
}
