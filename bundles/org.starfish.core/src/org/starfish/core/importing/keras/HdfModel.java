// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.StarfishException;

import io.jhdf.api.Group;

/** Finds configuration and weights in an HDF5 file that {@code model.save} wrote. */
final class HdfModel {
	private HdfModel() {
	}

	/**
	 * @throws StarfishException if the file holds weights without architecture, or no model at all
	 */
	static StoredModel read(HdfStore store, Path file) throws StarfishException {
		Group root = store.root();
		Optional<String> configuration = store.text(root, "model_config");
		if (configuration.isEmpty()) {
			throw missing(store, root, file);
		}
		Group weights = store.group(root, "model_weights")
				.orElseThrow(() -> new StarfishException(
						"%s holds a Keras architecture without weights; save the whole model with model.save(...)."
								.formatted(file.getFileName())));
		String version = store.text(weights, "keras_version").or(() -> Optional.of("")).get();
		if (version.isEmpty()) {
			version = store.text(root, "keras_version").orElse("1");
		}
		String backend = store.text(weights, "backend").orElse("");
		if (backend.isEmpty()) {
			backend = store.text(root, "backend").orElse("");
		}
		return new StoredModel(file, ConfigurationText.parse(configuration.get(), file), Generation.of(version, backend),
				store, new NamedWeights(store, weights));
	}

	private static StarfishException missing(HdfStore store, Group root, Path file) throws StarfishException {
		boolean weights = store.texts(root, "layer_names").isPresent() || store.group(root, "layers").isPresent()
				|| store.group(root, "_layer_checkpoint_dependencies").isPresent()
				|| store.group(root, "model_weights").isPresent() || store.group(root, "layer_0").isPresent();
		return new StarfishException((weights
				? "%s holds only the weights of a Keras model, not its architecture; save the whole model with model.save(...) and open that."
				: "%s is an HDF5 file, but it holds no Keras model; open a file that model.save(...) wrote.")
				.formatted(file.getFileName()));
	}
}
