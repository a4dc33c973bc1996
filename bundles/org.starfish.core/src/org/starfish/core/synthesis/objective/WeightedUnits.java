// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.objective;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress.Position;

/** A weighted set of units of any layers, as one objective; negative weights make units that the picture is to avoid. */
public final class WeightedUnits implements Objective {
	/**
	 * A unit and how much it counts.
	 *
	 * @param layer the layer
	 * @param channel its index
	 * @param position one position, or all of them
	 * @param weight of the channel's mean over all positions, or of its value at the one
	 * @param energy whether half the square of the activation counts instead, so that what is active already counts more
	 */
	public record WeightedUnit(Layer layer, int channel, Optional<Position> position, double weight, boolean energy) {
	}

	private final List<WeightedUnit> units;
	private final Set<Layer> layers = new LinkedHashSet<>();

	public WeightedUnits(List<WeightedUnit> units) {
		this.units = List.copyOf(units);
		units.forEach(unit -> layers.add(unit.layer()));
	}

	@Override
	public Set<Layer> layers() {
		return layers;
	}

	@Override
	public double score(LayerValues activations, LayerValues gradient) {
		double score = 0;
		for (WeightedUnit unit : units) {
			float[] values = activations.of(unit.layer());
			float[] slopes = gradient.of(unit.layer());
			int channels = activations.shape(unit.layer()).channels();
			int first = unit.position()
					.map(at -> ChannelUnit.index(at, unit.layer().shape(), activations.shape(unit.layer()))).orElse(0);
			int end = unit.position().isPresent() ? first + channels : values.length;
			double share = unit.weight() * channels / (end - first);
			for (int at = first + unit.channel(); at < end; at += channels) {
				double value = values[at];
				score += share * (unit.energy() ? value * value / 2 : value);
				slopes[at] += (float) (share * (unit.energy() ? value : 1));
			}
		}
		return score;
	}
}
