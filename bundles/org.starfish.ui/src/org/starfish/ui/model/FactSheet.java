// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Facts for the Properties view: names and values in categories, to be read only. */
final class FactSheet implements IPropertySource {
	/** In the order they were told, in which the view shall show them; the index is a fact's identifier. */
	private final List<String> values = new ArrayList<>();
	private final List<IPropertyDescriptor> descriptors = new ArrayList<>();

	/** Adds a fact. */
	FactSheet add(String category, String name, String value) {
		var descriptor = new PropertyDescriptor(values.size(), name);
		descriptor.setCategory(category);
		descriptor.setAlwaysIncompatible(true);
		descriptors.add(descriptor);
		values.add(value);
		return this;
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		return descriptors.toArray(IPropertyDescriptor[]::new);
	}

	@Override
	public Object getPropertyValue(Object id) {
		return values.get((Integer) id);
	}

	@Override
	public Object getEditableValue() {
		return null;
	}

	@Override
	public boolean isPropertySet(Object id) {
		return false;
	}

	@Override
	public void resetPropertyValue(Object id) {
		// Nothing can be set.
	}

	@Override
	public void setPropertyValue(Object id, Object value) {
		// Nothing can be set.
	}
}
