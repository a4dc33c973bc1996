// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;

/**
 * One number for each unit of some layers: their activations, or the gradient of an objective with respect to them. Channels last:
 * {@code [h, w, c]} or {@code [c]}. Made once and filled at each step.
 */
public final class LayerValues {
	private final Map<Layer, Shape> shapes = new LinkedHashMap<>();
	private final Map<Layer, float[]> values = new LinkedHashMap<>();

	/**
	 * @param shapes of the layers, as the picture's size makes them
	 */
	public LayerValues(Map<Layer, Shape> shapes) {
		this.shapes.putAll(shapes);
		shapes.forEach((layer, shape) -> values.put(layer, new float[Math.toIntExact(shape.size())]));
	}

	public Collection<Layer> layers() {
		return shapes.keySet();
	}

	/** The shape of a layer, which may differ from the layer's own if the picture is of another size. */
	public Shape shape(Layer layer) {
		return shapes.get(layer);
	}

	/** The numbers of a layer, to be read or changed. */
	public float[] of(Layer layer) {
		return values.get(layer);
	}

	/** The arrays by layer. */
	public Map<Layer, float[]> all() {
		return values;
	}

	/** The number of positions of a layer: height times width, or 1. */
	public int positions(Layer layer) {
		Shape shape = shapes.get(layer);
		return shape.height() * shape.width();
	}
}
