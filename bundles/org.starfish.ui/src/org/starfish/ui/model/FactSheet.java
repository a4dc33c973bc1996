// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/** Facts for the Properties view: names and values in categories, to be read only. */
public final class FactSheet implements IPropertySource {
	private record Fact(String category, String name, String value) {
	}

	/** The index of a fact is its identifier. */
	private final List<Fact> facts = new ArrayList<>();

	/** Adds a fact. */
	public FactSheet add(String category, String name, String value) {
		facts.add(new Fact(category, name, value));
		return this;
	}

	@Override
	public IPropertyDescriptor[] getPropertyDescriptors() {
		var descriptors = new IPropertyDescriptor[facts.size()];
		for (int i = 0; i < descriptors.length; i++) {
			var descriptor = new PropertyDescriptor(i, facts.get(i).name());
			descriptor.setCategory(facts.get(i).category());
			// Facts of different layers are not to be merged when several are selected.
			descriptor.setAlwaysIncompatible(true);
			descriptors[i] = descriptor;
		}
		return descriptors;
	}

	@Override
	public Object getPropertyValue(Object id) {
		return facts.get((Integer) id).value();
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

	@Override
	public boolean equals(Object other) {
		return other instanceof FactSheet sheet && facts.equals(sheet.facts);
	}

	@Override
	public int hashCode() {
		return facts.hashCode();
	}
}
