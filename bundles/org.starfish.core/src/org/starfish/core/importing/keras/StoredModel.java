// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;

import com.google.gson.JsonObject;

/**
 * What a file holds of a model.
 *
 * @param configuration of the whole model: {@code class_name} and {@code config}
 * @param weights of its layers
 */
record StoredModel(Path file, JsonObject configuration, Generation generation, HdfStore store, WeightScope weights)
		implements AutoCloseable {
	@Override
	public void close() {
		store.close();
	}
}
