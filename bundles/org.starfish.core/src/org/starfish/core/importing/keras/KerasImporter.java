// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.IOException;
import java.nio.file.Path;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.Network;

/** Reads Keras models: whole models in HDF5, of Keras 1, 2 and 3, and {@code .keras} files. */
public final class KerasImporter implements ModelImporter {
	@Override
	public String format() {
		return "Keras";
	}

	@Override
	public boolean matches(Path file, byte[] head) throws IOException {
		return HdfBytes.signed(file, head) || KerasZip.isOne(file, head);
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException, IOException {
		progress.report("Reading", 0);
		StoredModel model = KerasZip.isOne(file) ? zipped(file) : hdf(file);
		try (model) {
			return new Assembly(file, model, progress).network();
		}
	}

	private static StoredModel zipped(Path file) throws StarfishException, IOException {
		try (var zip = new KerasZip(file)) {
			return zip.model();
		}
	}

	private static StoredModel hdf(Path file) throws StarfishException, IOException {
		HdfStore store = HdfStore.open(file);
		try {
			return HdfModel.read(store, file);
		} catch (StarfishException | RuntimeException | Error e) {
			store.close();
			throw e;
		}
	}
}
