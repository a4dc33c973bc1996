// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.util.Optional;

import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress;

/**
 * A unit of a ranking: a channel, or an element of a dense layer.
 *
 * @param layer the layer
 * @param channel its index, from 0
 * @param score what it was ranked by, see {@link Ranking}
 * @param mean its mean activation over the positions and images of the group
 */
public record RankedUnit(Layer layer, int channel, double score, double mean) {
	/** This unit's address. */
	public UnitAddress address() {
		return new UnitAddress(layer.name(), Integer.toString(channel), Optional.empty());
	}
}
