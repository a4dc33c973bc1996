// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.List;

import org.starfish.core.importing.keras.LayerConfig.Tensor;

/**
 * A model as the configuration describes it, the whole one or a part.
 *
 * @param name of the model
 * @param sequential whether each layer reads the one before it
 * @param inputs the input layers' answers; none if sequential
 * @param outputs what the model answers; none if sequential
 * @param own the model's own fields
 */
record ModelConfig(String name, boolean sequential, List<LayerConfig> layers, List<Tensor> inputs,
		List<Tensor> outputs, Fields own) {
}
