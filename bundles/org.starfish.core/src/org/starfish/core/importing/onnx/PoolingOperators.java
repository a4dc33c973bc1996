// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.GlobalPooling;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reduction;

/** Pooling by a sliding window, and over all positions. */
final class PoolingOperators {
	private PoolingOperators() {
	}

	static void register(Map<String, OperatorMapper> mappers) {
		mappers.put("MaxPool", (node, mapping) -> window(node, mapping, Pooling.Function.MAXIMUM));
		mappers.put("AveragePool", (node, mapping) -> window(node, mapping, Pooling.Function.AVERAGE));
		mappers.put("LpPool", (node, mapping) -> window(node, mapping, Pooling.Function.NORM));
		mappers.put("GlobalMaxPool", (node, mapping) -> global(node, mapping, true));
		mappers.put("GlobalAveragePool", (node, mapping) -> global(node, mapping, false));
		mappers.put("GlobalLpPool", PoolingOperators::globalNorm);
	}

	private static void window(OnnxNode node, Mapping mapping, Pooling.Function function) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int axes = spatialAxes(node, input.shape());
		if (!node.hasAttribute("kernel_shape")) {
			throw node.error("does not say how large its window is, so the file is damaged");
		}
		int[] kernel = WindowAttributes.positive(node, "kernel_shape", axes);
		int[] strides = WindowAttributes.positive(node, "strides", axes);
		int[] dilations = WindowAttributes.positive(node, "dilations", axes);
		int norm = node.integer("p", 2);
		if (norm < 1) {
			throw node.error("has the impossible value %d for 'p', so the file is damaged".formatted(norm));
		}
		mapping.emit(node, new Pooling(function, kernel, strides, dilations, WindowAttributes.padding(node, axes),
				node.integer("ceil_mode", 0) != 0, node.integer("count_include_pad", 0) != 0, norm), input);
	}

	private static void global(OnnxNode node, Mapping mapping, boolean maximum) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		spatialAxes(node, input.shape());
		mapping.emit(node, new GlobalPooling(maximum, true), input);
	}

	private static void globalNorm(OnnxNode node, Mapping mapping) throws StarfishException {
		LayerValue input = mapping.channelsFirst(node, 0);
		int[] axes = spatialAxes(node, input.shape()) == 1 ? new int[] { 1 } : new int[] { 1, 2 };
		if (node.integer("p", 2) != 2) {
			throw node.error("pools by a norm other than 2, which Starfish cannot; export the model without it");
		}
		mapping.emit(node, new Reduction(Reduction.Function.NORM2, axes, true), input);
	}

	private static int spatialAxes(OnnxNode node, Shape shape) throws StarfishException {
		if (!shape.isSpatial()) {
			throw node.error("pools an input of shape %s; Starfish pools pictures and sequences".formatted(shape));
		}
		return shape.rank() - 1;
	}
}
