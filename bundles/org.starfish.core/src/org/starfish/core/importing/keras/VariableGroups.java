// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.starfish.core.StarfishException;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/**
 * The weights of a {@code .keras} file: a group a layer, called after the layer's class and numbered, with its arrays
 * in {@code vars}.
 */
final class VariableGroups implements WeightScope {
	private static final String LAYERS = "layers";
	/** Where Keras 2.12 to 2.15 put them. */
	private static final String DEPENDENCIES = "_layer_checkpoint_dependencies";

	private final HdfStore store;
	private final Optional<Group> layers;
	private final boolean numberedWithGaps;

	private VariableGroups(HdfStore store, Optional<Group> layers, boolean numberedWithGaps) {
		this.store = store;
		this.layers = layers;
		this.numberedWithGaps = numberedWithGaps;
	}

	/** The weights below a model's own group. */
	static VariableGroups of(HdfStore store, Group model) throws StarfishException {
		Optional<Group> dependencies = store.group(model, DEPENDENCIES);
		return dependencies.isPresent() ? new VariableGroups(store, dependencies, true)
				: new VariableGroups(store, store.group(model, LAYERS), false);
	}

	@Override
	public TrainedArrays arrays(LayerConfig layer, List<LayerConfig> siblings) throws StarfishException {
		List<TrainedArrays.Entry> entries = new ArrayList<>();
		Optional<Group> group = group(layer, siblings);
		Optional<Group> variables = group.isEmpty() ? group : store.group(group.get(), "vars");
		if (variables.isPresent()) {
			Optional<Dataset> array = store.array(variables.get(), "0");
			for (int i = 1; array.isPresent(); i++) {
				entries.add(new TrainedArrays.Entry("", array.get()));
				array = store.array(variables.get(), Integer.toString(i));
			}
		}
		return new TrainedArrays(store, entries);
	}

	@Override
	public WeightScope nested(LayerConfig model, List<LayerConfig> siblings) throws StarfishException {
		Optional<Group> group = group(model, siblings);
		return group.isPresent() ? of(store, group.get()) : new VariableGroups(store, group, false);
	}

	private Optional<Group> group(LayerConfig layer, List<LayerConfig> siblings) throws StarfishException {
		if (layers.isEmpty()) {
			return Optional.empty();
		}
		String base = groupName(layer.className());
		int index = siblings.stream().filter(sibling -> groupName(sibling.className()).equals(base)).toList()
				.indexOf(layer);
		if (!numberedWithGaps) {
			return store.group(layers.get(), index == 0 ? base : base + "_" + index);
		}
		List<String> names = store.children(layers.get()).stream().filter(name -> name.matches(base + "(_\\d{1,9})?"))
				.sorted(Comparator.comparingInt(name -> number(name, base))).toList();
		return index < names.size() ? store.group(layers.get(), names.get(index)) : Optional.empty();
	}

	private static int number(String name, String base) {
		return name.length() == base.length() ? 0 : Integer.parseInt(name.substring(base.length() + 1));
	}

	/** As Keras writes a class in snake case: {@code DepthwiseConv2D} becomes {@code depthwise_conv2d}. */
	static String groupName(String className) {
		return className.replaceAll("\\W", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
				.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}
}
