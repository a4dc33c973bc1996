// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.starfish.core.image.Area;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Window;

/**
 * The patch of the picture that can influence one position of a layer. The patch of position {@code (x, y)} spans rows
 * from {@code top + y * strideY} and columns from {@code left + x * strideX}; it may reach over the border.
 * (Araujo, Norris and Sim, Computing Receptive Fields of Convolutional Neural Networks, 2019)
 *
 * @param height rows, in pixels
 * @param width columns, in pixels
 * @param strideY pixels between the patches of neighbouring rows
 * @param strideX pixels between the patches of neighbouring columns
 * @param top first row of the patch of position 0
 * @param left first column of the patch of position 0
 * @param all whether every position sees the whole picture; then the patch is the picture
 */
public record ReceptiveField(double height, double width, double strideY, double strideX, double top, double left,
		boolean all) {
	private static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 1, 1, 0, 0, false);

	/** The receptive fields of all layers, in their order. */
	public static Map<Layer, ReceptiveField> of(Network network) {
		Map<Layer, ReceptiveField> fields = new LinkedHashMap<>();
		Map<String, ReceptiveField> byName = new HashMap<>();
		Map<String, Shape> shapes = new HashMap<>();
		ReceptiveField whole = whole(network.inputShape());
		for (Layer layer : network.layers()) {
			ReceptiveField field = layer.operation() instanceof Input ? PIXEL
					: layer.inputs().stream().map(byName::get).reduce((a, b) -> a.union(b, whole)).orElse(whole);
			List<Shape> inputs = layer.inputs().stream().map(shapes::get).toList();
			Window window = mixesPositions(layer, inputs) ? Window.ALL
					: inputs.isEmpty() ? Window.POINT : layer.operation().window(inputs);
			field = field.through(window, whole);
			fields.put(layer, field);
			byName.put(layer.name(), field);
			shapes.put(layer.name(), layer.shape());
		}
		return fields;
	}

	/** A reshape that does not keep the positions apart leaves each output to see all of them. */
	private static boolean mixesPositions(Layer layer, List<Shape> inputs) {
		return layer.operation() instanceof Reshape && (long) inputs.get(0).height() * inputs.get(0).width() > 1;
	}

	private static ReceptiveField whole(Shape picture) {
		return new ReceptiveField(picture.height(), picture.width(), 0, 0, 0, 0, true);
	}

	private ReceptiveField through(Window window, ReceptiveField whole) {
		if (all || window.height() == 0 || window.width() == 0) {
			return whole;
		}
		return new ReceptiveField(height + (window.height() - 1) * strideY, width + (window.width() - 1) * strideX,
				strideY * window.strideY(), strideX * window.strideX(), top - window.top() * strideY,
				left - window.left() * strideX, false);
	}

	private ReceptiveField union(ReceptiveField other, ReceptiveField whole) {
		if (all || other.all) {
			return whole;
		}
		double first = Math.min(top, other.top);
		double firstColumn = Math.min(left, other.left);
		return new ReceptiveField(Math.max(top + height, other.top + other.height) - first,
				Math.max(left + width, other.left + other.width) - firstColumn, strideY, strideX, first, firstColumn,
				false);
	}

	/**
	 * The patch of one position, in pixels of the network's input.
	 *
	 * @param x column of the position, from 0
	 * @param y row of the position, from 0
	 */
	public Area at(int x, int y) {
		return new Area(left + x * strideX, top + y * strideY, width, height);
	}

	/** As in {@code 27x27} or {@code all}. */
	@Override
	public String toString() {
		return all ? "all" : "%dx%d".formatted(Math.round(height), Math.round(width));
	}
}
