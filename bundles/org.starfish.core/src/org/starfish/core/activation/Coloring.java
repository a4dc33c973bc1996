// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.Optional;

import org.starfish.core.image.Colormap;

/**
 * How activations become colours.
 *
 * @param colormap the colours
 * @param range which values get the first and the last one
 * @param fixed bounds that hold for all layers, in place of {@code range}
 * @param gamma a place between the bounds is raised to it: below 1 shows more of what is weak, above 1 less; with
 *        {@link Colormap#DIVERGING} the distance from the middle is. Above 0
 */
public record Coloring(Colormap colormap, TileGrid.Range range, Optional<Bounds> fixed, double gamma) {
	/** Viridis over each channel's own values. */
	public static final Coloring DEFAULT = new Coloring(Colormap.VIRIDIS, TileGrid.Range.CHANNEL);
	/** Signed values, as those of a difference, zero in the middle. */
	public static final Coloring SIGNED = new Coloring(Colormap.DIVERGING, TileGrid.Range.SYMMETRIC);

	public Coloring {
		if (!(gamma > 0) || Double.isInfinite(gamma)) {
			throw new IllegalArgumentException("gamma " + gamma);
		}
	}

	/** Without fixed bounds and gamma. */
	public Coloring(Colormap colormap, TileGrid.Range range) {
		this(colormap, range, Optional.empty(), 1);
	}

	/** The bounds of one channel; as far below zero as above with {@link Colormap#DIVERGING}, unless they are fixed. */
	public Bounds bounds(LayerActivation activation, int channel) {
		if (fixed.isPresent()) {
			return fixed.get();
		}
		// What has one position has no range of its own.
		Bounds bounds = range == TileGrid.Range.CHANNEL && activation.positions() > 1 ? activation.bounds(channel)
				: activation.bounds();
		return range == TileGrid.Range.SYMMETRIC || colormap == Colormap.DIVERGING ? bounds.symmetric() : bounds;
	}

	/**
	 * The place of a value in the colormap.
	 *
	 * @param place between the bounds, 0 to 1; clipped
	 */
	public double shade(double place) {
		double clipped = Math.clamp(Double.isNaN(place) ? 0 : place, 0.0, 1.0);
		if (gamma == 1) {
			return clipped;
		}
		if (colormap == Colormap.DIVERGING) {
			double side = 2 * clipped - 1;
			return 0.5 + Math.copySign(Math.pow(Math.abs(side), gamma), side) / 2;
		}
		return Math.pow(clipped, gamma);
	}
}
