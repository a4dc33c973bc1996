// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Optional;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;
import org.starfish.core.network.UnitAddress;

/**
 * A channel of a layer, as the parts of the user interface select it. Adapts to its layer, to the file of its
 * model, and to its properties.
 *
 * @param layer which has the channel
 * @param index of the channel, from 0
 */
public record UnitElement(LayerElement layer, int index) implements IAdaptable {
	/** Where the model is. */
	public ModelLocation model() {
		return layer.model();
	}

	/** How the channel is written. */
	public UnitAddress address() {
		return new UnitAddress(layer.name(), Integer.toString(index), Optional.empty());
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == LayerElement.class) {
			return type.cast(layer);
		}
		return type == IPropertySource.class ? type.cast(LayerProperties.of(layer.facts(), index))
				: layer.model().getAdapter(type);
	}

	/** As it is written in recipes and at the command line. */
	@Override
	public String toString() {
		return address().toString();
	}
}
