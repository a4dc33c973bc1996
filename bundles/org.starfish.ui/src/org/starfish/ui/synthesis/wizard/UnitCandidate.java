// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.starfish.core.network.Layer;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Position;

/**
 * Something of a network that a picture can be drawn for, as a search offers it.
 *
 * @param layer in which it is
 * @param channel its index in the layer; -1 for the layer itself
 * @param position where in the channel, if only one position is meant
 * @param label its class, if it is the output of one
 */
record UnitCandidate(Layer layer, int channel, Optional<Position> position, Optional<String> label) {
	/** A whole layer. */
	static UnitCandidate of(Layer layer) {
		return new UnitCandidate(layer, -1, Optional.empty(), Optional.empty());
	}

	/** Whether it is a layer rather than a unit of one. */
	boolean isLayer() {
		return channel < 0;
	}

	/** The address by index, of the layer or of the unit. */
	String address() {
		return isLayer() ? layer.name() : unit().toString();
	}

	/** The unit's address, by index. */
	UnitAddress unit() {
		return new UnitAddress(layer.name(), Integer.toString(channel), position);
	}

	/** How the user may call it: a class by the first of its names, all else by its address. */
	String name() {
		return label.filter(name -> position.isEmpty()).map(name -> layer.name() + ':' + name.split(",", 2)[0].strip())
				.orElseGet(this::address);
	}
}
