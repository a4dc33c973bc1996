// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.network.UnitAddress;

/**
 * A layer of a model, or a unit of it: what elements of selections and of drag and drop adapt to, so that the views and
 * editors that show models can follow each other.
 *
 * @param model the model file
 * @param layer the layer's name
 * @param unit the channel or unit, if only one is meant
 */
public record LayerReference(Path model, String layer, Optional<UnitAddress> unit) {
	/** A whole layer. */
	public LayerReference(Path model, String layer) {
		this(model, layer, Optional.empty());
	}
}
