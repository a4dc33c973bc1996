// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.Resize;
import org.starfish.core.network.operation.Resize.Coordinates;
import org.starfish.core.network.operation.Resize.Interpolation;

/**
 * Finds the resize operation that reads the same positions as an ONNX one does. ONNX knows more rules for coordinates
 * and rounding than there are operations, but many of them agree for the sizes at hand.
 */
final class ResizeMatch {
	private static final double TOLERANCE = 1e-6;

	private final OnnxNode node;
	private final int[] sizes;
	private final double[] factors;
	private final int[] targets;
	private final boolean linear;
	private final String coordinates;
	private final String rounding;

	/**
	 * @param old whether the rules of before opset 11 hold
	 * @param sizes of the spatial axes of the input
	 * @param factors by which to multiply them
	 */
	ResizeMatch(OnnxNode node, boolean old, int[] sizes, double[] factors) throws StarfishException {
		this.node = node;
		this.sizes = sizes;
		this.factors = factors;
		this.targets = new int[sizes.length];
		for (int axis = 0; axis < sizes.length; axis++) {
			// In single precision, as the exporter's runtime has it.
			targets[axis] = (int) ((float) factors[axis] * sizes[axis]);
		}
		String mode = node.text("mode", "nearest");
		if (!mode.equals("nearest") && !mode.equals("linear") && !mode.equals("bilinear")) {
			throw node.error("resizes by '%s' interpolation, which Starfish cannot; use nearest or linear"
					.formatted(Printable.of(mode)));
		}
		this.linear = !mode.equals("nearest");
		this.coordinates = node.text("coordinate_transformation_mode", old ? "asymmetric" : "half_pixel");
		this.rounding = node.text("nearest_mode", old ? "floor" : "round_prefer_floor");
	}

	/**
	 * The operation.
	 *
	 * @throws StarfishException if there is none
	 */
	Resize find() throws StarfishException {
		Set<Coordinates> candidates = new LinkedHashSet<>(List.of(namesake()));
		candidates.addAll(List.of(Coordinates.values()));
		List<Interpolation> interpolations = linear ? List.of(Interpolation.LINEAR)
				: rounding.equals("floor") ? List.of(Interpolation.NEAREST_FLOOR, Interpolation.NEAREST)
						: List.of(Interpolation.NEAREST, Interpolation.NEAREST_FLOOR);
		for (Coordinates candidate : candidates) {
			for (Interpolation interpolation : interpolations) {
				Resize resize = resize(interpolation, candidate);
				if (agrees(resize)) {
					return resize;
				}
			}
		}
		throw node.error(
				"resizes with '%s' coordinates%s, which Starfish cannot at this size; use half_pixel or asymmetric"
						.formatted(coordinates, linear ? "" : " and '" + Printable.of(rounding) + "' rounding"));
	}

	/** By factors where they give the right size, so that the network takes pictures of other sizes too. */
	private Resize resize(Interpolation interpolation, Coordinates candidate) {
		var byFactors = new Resize(node.type(), interpolation, candidate, factors, new int[0]);
		for (int axis = 0; axis < sizes.length; axis++) {
			boolean even = factors[axis] == Math.rint(factors[axis])
					|| 1 / factors[axis] == Math.rint(1 / factors[axis]);
			if (!even && factors[axis] != (float) factors[axis]
					|| byFactors.outputSize(axis, sizes[axis]) != targets[axis]) {
				return new Resize(node.type(), interpolation, candidate, new double[0], targets);
			}
		}
		return byFactors;
	}

	private Coordinates namesake() throws StarfishException {
		return switch (coordinates) {
		case "half_pixel", "pytorch_half_pixel", "half_pixel_symmetric" -> Coordinates.HALF_PIXEL;
		case "asymmetric", "tf_half_pixel_for_nn" -> Coordinates.ASYMMETRIC;
		case "align_corners" -> Coordinates.ALIGN_CORNERS;
		default -> throw node.error("resizes with '%s' coordinates, which Starfish cannot; use half_pixel or asymmetric"
				.formatted(Printable.of(coordinates)));
		};
	}

	private boolean agrees(Resize resize) {
		for (int axis = 0; axis < sizes.length; axis++) {
			for (int i = 0; i < targets[axis]; i++) {
				double found = resize.source(axis, i, sizes[axis]);
				if (!linear) {
					found = resize.interpolation() == Interpolation.NEAREST ? Math.ceil(found - 0.5)
							: Math.floor(found);
				}
				if (Math.abs(clamped(found, axis) - wanted(axis, i)) > TOLERANCE) {
					return false;
				}
			}
		}
		return true;
	}

	/** Where ONNX reads for an output position. */
	private double wanted(int axis, int i) {
		double size = sizes[axis];
		double target = targets[axis];
		double half = (i + 0.5) / factors[axis] - 0.5;
		double position = switch (coordinates) {
		case "pytorch_half_pixel" -> target > 1 ? half : 0;
		case "half_pixel_symmetric" -> size / 2 * (1 - target / (factors[axis] * size)) + half;
		case "asymmetric" -> i / factors[axis];
		case "tf_half_pixel_for_nn" -> (i + 0.5) / factors[axis];
		case "align_corners" -> target == 1 ? 0 : i * (size - 1) / (target - 1);
		default -> half;
		};
		if (!linear) {
			position = switch (rounding) {
			case "floor" -> Math.floor(position);
			case "ceil" -> Math.ceil(position);
			case "round_prefer_ceil" -> Math.floor(position + 0.5);
			default -> Math.ceil(position - 0.5);
			};
		}
		return clamped(position, axis);
	}

	private double clamped(double position, int axis) {
		return Math.clamp(position, 0.0, sizes[axis] - 1.0);
	}
}
