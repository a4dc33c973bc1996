// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.ui.views.properties.IPropertySource;

/**
 * A model, as the parts of the user interface select it. Adapts to its file, and to its properties.
 *
 * @param location where the model is
 * @param properties what is known of it
 */
public record ModelElement(ModelLocation location, IPropertySource properties) implements IAdaptable {
	@Override
	public <T> T getAdapter(Class<T> type) {
		return type == IPropertySource.class ? type.cast(properties) : location.getAdapter(type);
	}

	/** Its path. */
	@Override
	public String toString() {
		return location.path().toString();
	}
}
