// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.views.properties.IPropertySource;
import org.starfish.core.activation.ChannelStatistics;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.model.FactSheet;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.LayerProperties;
import org.starfish.ui.model.UnitElement;

/**
 * The unit that an editor shows, as the parts of the workbench see it selected. Adapts to the unit alone, to its layer,
 * to the file of its model, and to properties that also tell what it answers.
 *
 * @param unit the channel
 * @param address of the channel or of one position of it
 * @param activation what the layer answers
 */
record ShownUnit(UnitElement unit, UnitAddress address, LayerActivation activation) implements IAdaptable {
	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == UnitElement.class) {
			return type.cast(unit);
		}
		if (type == LayerElement.class) {
			return type.cast(unit.layer());
		}
		return type == IPropertySource.class ? type.cast(properties()) : unit.getAdapter(type);
	}

	private FactSheet properties() {
		FactSheet sheet = LayerProperties.of(unit.layer().facts(), unit.index());
		String category = Messages.ShownUnit_answer;
		ChannelStatistics numbers = activation.statistics(unit.index());
		activation.label(unit.index()).ifPresent(label -> sheet.add(category, Messages.ShownUnit_label, label));
		address.position().ifPresent(at -> sheet.add(category,
				NLS.bind(Messages.ShownUnit_at, at.x(), at.y()), ChannelText.number(activation.at(unit.index(), at.x(), at.y()))));
		if (activation.positions() == 1) {
			return sheet.add(category, Messages.ShownUnit_value, ChannelText.number(activation.at(unit.index(), 0, 0)));
		}
		sheet.add(category, Messages.ShownUnit_minimum, ChannelText.number(numbers.minimum()));
		sheet.add(category, Messages.ShownUnit_mean, ChannelText.number(numbers.mean()));
		sheet.add(category, Messages.ShownUnit_maximum, ChannelText.number(numbers.maximum()));
		sheet.add(category, Messages.ShownUnit_active, ChannelText.percent(numbers.active()));
		return numbers.notFinite() == 0 ? sheet
				: sheet.add(category, Messages.ShownUnit_notFinite, Integer.toString(numbers.notFinite()));
	}

	/** As it is written in recipes and at the command line. */
	@Override
	public String toString() {
		return address.toString();
	}
}
