// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.List;

import org.starfish.core.StarfishException;

/** Finds the trained arrays of the layers of one model, which may be part of another. */
interface WeightScope {
	/**
	 * The arrays of a layer.
	 *
	 * @param siblings all layers of the model, this one among them, in order
	 */
	TrainedArrays arrays(LayerConfig layer, List<LayerConfig> siblings) throws StarfishException;

	/**
	 * The arrays of a model within the model.
	 *
	 * @param siblings all layers of the outer model, this one among them, in order
	 */
	WeightScope nested(LayerConfig model, List<LayerConfig> siblings) throws StarfishException;
}
