// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;

/**
 * What a layer answers. In ONNX it has one axis more than its shape, the batch, which is always the first.
 *
 * @param layer the name of the layer
 * @param shape for one example
 */
record LayerValue(String layer, Shape shape) implements Value {
	static LayerValue of(Layer layer) {
		return new LayerValue(layer.name(), layer.shape());
	}

	/** The number of axes in ONNX, the batch included. */
	int rank() {
		return shape.rank() + 1;
	}
}
