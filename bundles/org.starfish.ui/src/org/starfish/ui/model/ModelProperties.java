// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFacts;

/** What the Properties view tells about models. */
final class ModelProperties {
	private ModelProperties() {
	}

	/** Of a model that was not read. */
	static FactSheet of(ModelLocation location) {
		var sheet = new FactSheet();
		sheet.add(Messages.ModelProperties_file, Messages.ModelProperties_name, location.name());
		return sheet.add(Messages.ModelProperties_file, Messages.ModelProperties_path, location.path().toString());
	}

	/** Of a model that cannot be read. */
	static FactSheet of(ModelLocation location, String failure) {
		return of(location).add(Messages.ModelProperties_file, Messages.ModelProperties_failure, failure);
	}

	static FactSheet of(ModelLocation location, ModelFacts facts) {
		FactSheet sheet = of(location);
		sheet.add(Messages.ModelProperties_file, Messages.ModelProperties_format, facts.format());
		facts.details().forEach(detail -> sheet.add(Messages.ModelProperties_file, detail.name(), detail.value()));
		String category = Messages.ModelProperties_network;
		sheet.add(category, Messages.ModelProperties_input, text(facts.input()));
		sheet.add(category, Messages.ModelProperties_outputs, text(facts.outputs()));
		sheet.add(category, Messages.LayerProperties_layers, Integer.toString(facts.layers().size()));
		sheet.add(category, Messages.LayerProperties_parameters, String.format("%,d", facts.parameters()));
		return sheet.add(category, Messages.ModelProperties_flops, Quantity.count(facts.flops()));
	}

	/** Of a model that is open. */
	static FactSheet of(ModelLocation location, ModelFacts facts, Model model) {
		FactSheet sheet = of(location, facts);
		String category = Messages.ModelProperties_preprocessing;
		sheet.add(category, Messages.ModelProperties_name, model.preprocessing().name());
		sheet.add(category, Messages.ModelProperties_reason,
				model.preprocessingGuessed() ? NLS.bind(Messages.ModelProperties_guess, model.preprocessingReason())
						: model.preprocessingReason());
		return sheet.add(category, Messages.ModelProperties_labels,
				model.labels().map(labels -> Integer.toString(labels.size())).orElse(Messages.ModelProperties_none));
	}

	private static String text(List<LayerFacts> layers) {
		return layers.stream().map(ModelProperties::text).collect(Collectors.joining("; "));
	}

	private static String text(LayerFacts layer) {
		return NLS.bind(Messages.ModelProperties_layer, layer.name(), Quantity.shapeInWords(layer.shape()));
	}
}
