// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.LayerTree;

/** What the Properties view tells about layers, groups of them, and channels. */
public final class LayerProperties {
	private LayerProperties() {
	}

	static FactSheet of(LayerFacts layer) {
		return cost(structure(new FactSheet().add(Messages.LayerProperties_layer, Messages.LayerProperties_name, layer.name()),
				layer), layer);
	}

	/** Of one of the channels. */
	public static FactSheet of(LayerFacts layer, int channel) {
		var sheet = new FactSheet().add(Messages.LayerProperties_channel, Messages.LayerProperties_index,
				NLS.bind(Messages.LayerProperties_indexOf, channel, layer.shape().channels()));
		sheet.add(Messages.LayerProperties_channel, Messages.LayerProperties_address, layer.name() + ':' + channel);
		return structure(sheet.add(Messages.LayerProperties_layer, Messages.LayerProperties_name, layer.name()), layer);
	}

	/** Of layers that are grouped by their names. */
	static FactSheet of(LayerTree group) {
		var sheet = new FactSheet();
		String category = Messages.LayerProperties_group;
		sheet.add(category, Messages.LayerProperties_name, group.path());
		sheet.add(category, Messages.LayerProperties_layers, Integer.toString(group.layers()));
		group.last().ifPresent(last -> {
			sheet.add(category, Messages.LayerProperties_last, last.name());
			sheet.add(category, Messages.LayerProperties_output, Quantity.shapeInWords(last.shape()));
		});
		return totals(sheet, group.parameters(), group.flops(), group.share());
	}

	private static FactSheet structure(FactSheet sheet, LayerFacts layer) {
		String category = Messages.LayerProperties_layer;
		sheet.add(category, Messages.LayerProperties_kind, layer.inputs().size() < 2 ? layer.kind()
				: NLS.bind(Messages.LayerProperties_kindOf, layer.kind(), layer.inputs().size()));
		sheet.add(category, Messages.LayerProperties_output, Quantity.shapeInWords(layer.shape()));
		sheet.add(category, Messages.LayerProperties_field, Quantity.fieldAndStride(layer.field()));
		if (!layer.inputs().isEmpty()) {
			sheet.add(category, Messages.LayerProperties_reads, String.join(", ", layer.inputs()));
		}
		if (!layer.aliases().isEmpty()) {
			sheet.add(category, Messages.LayerProperties_aliases, String.join(", ", layer.aliases()));
		}
		return sheet;
	}

	private static FactSheet cost(FactSheet sheet, LayerFacts layer) {
		totals(sheet, layer.parameters(), layer.flops(), layer.share());
		return sheet.add(Messages.LayerProperties_cost, Messages.LayerProperties_runsAs,
				layer.library().map(library -> NLS.bind(Messages.LayerProperties_delegated, library))
						.orElse(Messages.LayerProperties_compiled));
	}

	private static FactSheet totals(FactSheet sheet, long parameters, long flops, double share) {
		sheet.add(Messages.LayerProperties_cost, Messages.LayerProperties_parameters, String.format("%,d", parameters));
		String operations = Quantity.count(flops);
		return sheet.add(Messages.LayerProperties_cost, Messages.LayerProperties_flops, share == 0 ? operations
				: NLS.bind(Messages.LayerProperties_share, operations, Quantity.share(share)));
	}
}
