// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.UnitAddress.Unit;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Activation.Function;
import org.starfish.core.synthesis.objective.ChannelUnit;
import org.starfish.core.synthesis.objective.LayerNorm;
import org.starfish.core.synthesis.objective.Negated;
import org.starfish.core.synthesis.objective.Objective;
import org.starfish.core.synthesis.objective.SoftmaxUnit;
import org.starfish.core.synthesis.objective.WeightedUnits;
import org.starfish.core.synthesis.objective.WeightedUnits.WeightedUnit;

/** Turns what a recipe asks for into an objective on a network. */
public final class Objectives {
	private Objectives() {
	}

	/**
	 * The objective.
	 *
	 * @throws StarfishException if the network has no such layer or unit, or the unit no such objective
	 */
	public static Objective of(Target target, Network network, Parameters parameters) throws StarfishException {
		Objective objective = switch (target) {
		case Target.OfUnit unit -> unit(unit.address().in(network, Optional.empty()), network, parameters);
		case Target.OfLayer layer -> new LayerNorm(network.layer(layer.layer()));
		case Target.OfUnits units -> units(units, network);
		};
		return minimizes(parameters) ? new Negated(objective) : objective;
	}

	private static boolean minimizes(Parameters parameters) {
		return parameters.choice(Parameter.DIRECTION).equals("minimize");
	}

	private static Objective unit(Unit unit, Network network, Parameters parameters) throws StarfishException {
		Layer layer = unit.layer();
		Layer before = before(layer, network);
		if (parameters.choice(Parameter.OBJECTIVE).equals("softmax")) {
			if (before.shape().height() * before.shape().width() > 1) {
				throw new StarfishException("Layer '%s' of %s is no class output, so it has no softmax; leave the objective at auto."
						.formatted(layer.name(), network.file().getFileName()));
			}
			// What is to be improbable has nothing to be led away from.
			return minimizes(parameters) ? new SoftmaxUnit(before, unit.channel(), 1, 0)
					: new SoftmaxUnit(before, unit.channel(), parameters.number(Parameter.SATURATION),
							parameters.number(Parameter.INVERSION));
		}
		return new ChannelUnit(before, unit.channel(), unit.position(), parameters.number(Parameter.RIVALS));
	}

	/**
	 * Of a class output, the layer before the softmax or sigmoid; else the layer itself. The same layer for any objective, because the
	 * ascent's plan is made for it before the objective may be changed.
	 */
	private static Layer before(Layer layer, Network network) {
		return network.preSoftmax(layer).filter(logits -> logits.shape().size() == layer.shape().size()
				&& logits.shape().channels() == layer.shape().channels())
				.orElseGet(() -> beforeSigmoid(layer, network));
	}

	/** A class output by sigmoid saturates as a softmax does. */
	private static Layer beforeSigmoid(Layer layer, Network network) {
		boolean sigmoid = layer.operation() instanceof Activation activation
				&& activation.function() == Function.SIGMOID && network.outputs().contains(layer.name());
		return sigmoid ? network.find(layer.inputs().get(0)).orElse(layer) : layer;
	}

	private static Objective units(Target.OfUnits target, Network network) throws StarfishException {
		List<WeightedUnit> units = new ArrayList<>();
		for (Target.Weighted weighted : target.units()) {
			Unit unit = weighted.address().in(network, Optional.empty());
			Layer layer = weighted.energy() ? unit.layer() : before(unit.layer(), network);
			units.add(new WeightedUnit(layer, unit.channel(), unit.position(), weighted.weight(), weighted.energy()));
		}
		return new WeightedUnits(units);
	}
}
