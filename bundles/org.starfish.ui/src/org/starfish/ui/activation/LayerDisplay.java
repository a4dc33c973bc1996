// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.starfish.core.network.UnitAddress;

/**
 * Shows a layer of the model it is open on. The activation grid editor adapts to it, so that other parts open the
 * editor by its identifier and need not know it. All methods are called on the UI thread, also while the editor still
 * loads its model: it then shows the layer when it can.
 */
public interface LayerDisplay {
	/** The identifier, in {@code plugin.xml}, of the editor of model files that adapts to this. */
	String EDITOR = "org.starfish.ui.activationGrid";

	/**
	 * Shows all channels of a layer.
	 *
	 * @param layer its name
	 */
	void showLayer(String layer);

	/**
	 * Shows the layer of a unit, with the unit selected.
	 *
	 * @param unit with the name of its layer and the index of its channel
	 */
	void showUnit(UnitAddress unit);
}
