// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.starfish.core.activation.Bounds;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.Coloring;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;

/**
 * How a user wants channels to be shown, whichever layer they are of.
 *
 * @param colormap the colours
 * @param range which values get the first and the last colour
 * @param fixed in place of the range, if the user has set bounds
 * @param gamma of the colours, above 0
 * @param sort the order of the channels
 * @param hideDead whether channels that answer nothing are left out
 */
public record GridLook(Colormap colormap, Range range, Optional<Bounds> fixed, double gamma, ChannelSort sort,
		boolean hideDead) {
	/** What is shown before anybody has chosen: also weak channels can be read, none is missing. */
	public static final GridLook DEFAULT = new GridLook(Colormap.VIRIDIS, Range.CHANNEL, Optional.empty(), 1,
			ChannelSort.INDEX, false);

	/** The part of it that gives values their colours. */
	public Coloring coloring() {
		return new Coloring(colormap, range, fixed, gamma);
	}

	/** The same with other colours. */
	public GridLook with(Colormap other) {
		return new GridLook(other, range, fixed, gamma, sort, hideDead);
	}

	/** The same with the bounds that the values themselves give. */
	public GridLook with(Range other) {
		return new GridLook(colormap, other, Optional.empty(), gamma, sort, hideDead);
	}

	/** The same with fixed bounds. */
	public GridLook with(Bounds bounds) {
		return new GridLook(colormap, range, Optional.of(bounds), gamma, sort, hideDead);
	}

	/** The same with another gamma. */
	public GridLook with(double otherGamma) {
		return new GridLook(colormap, range, fixed, otherGamma, sort, hideDead);
	}

	/** The same in another order. */
	public GridLook with(ChannelSort other) {
		return new GridLook(colormap, range, fixed, gamma, other, hideDead);
	}

	/** The same with or without the channels that answer nothing. */
	public GridLook hidingDead(boolean hide) {
		return new GridLook(colormap, range, fixed, gamma, sort, hide);
	}
}
