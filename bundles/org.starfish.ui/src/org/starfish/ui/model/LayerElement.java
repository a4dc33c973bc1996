// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.network.Shape;

/**
 * A layer, as the parts of the user interface select it. Adapts to the file of its model, and to its properties.
 *
 * @param model where the layer's model is
 * @param facts what is to be told about the layer
 */
public record LayerElement(ModelLocation model, LayerFacts facts) implements IAdaptable {
	/** The name of the layer, which is also its address. */
	public String name() {
		return facts.name();
	}

	/** What the layer answers. */
	public Shape shape() {
		return facts.shape();
	}

	/** One of the layer's channels. */
	public UnitElement channel(int index) {
		return new UnitElement(this, index);
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == IPropertySource.class ? type.cast(LayerProperties.of(facts)) : model.getAdapter(type);
	}

	/** As it is written in recipes and at the command line. */
	@Override
	public String toString() {
		return name();
	}
}
