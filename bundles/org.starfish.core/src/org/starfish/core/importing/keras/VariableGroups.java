// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
	private static final Pattern NUMBERED = Pattern.compile("(.*)_(\\d{1,9})");

	private final HdfStore store;
	private final Optional<Group> layers;
	private final boolean numberedWithGaps;
	/** The groups of the layers, by the layers' names. */
	private final Map<String, String> names = new HashMap<>();

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
		if (names.isEmpty()) {
			name(siblings);
		}
		String name = names.get(layer.name());
		return name == null ? Optional.empty() : store.group(layers.get(), name);
	}

	/** Numbers the layers of each class, in order. */
	private void name(List<LayerConfig> siblings) throws StarfishException {
		Map<String, List<String>> stored = numberedWithGaps ? stored() : Map.of();
		Map<String, Integer> counts = new HashMap<>();
		for (LayerConfig layer : siblings) {
			String base = groupName(layer.className());
			int index = counts.merge(base, 1, Integer::sum) - 1;
			if (!numberedWithGaps) {
				names.put(layer.name(), index == 0 ? base : base + "_" + index);
			} else if (index < stored.getOrDefault(base, List.of()).size()) {
				names.put(layer.name(), stored.get(base).get(index));
			}
		}
	}

	/** The names of the groups in the file, by class, in the order of their numbers. */
	private Map<String, List<String>> stored() throws StarfishException {
		Map<String, TreeMap<Integer, String>> sorted = new HashMap<>();
		for (String name : store.children(layers.get())) {
			Matcher matcher = NUMBERED.matcher(name);
			if (matcher.matches()) {
				sorted.computeIfAbsent(matcher.group(1), base -> new TreeMap<>()).put(Integer.parseInt(matcher.group(2)),
						name);
			} else {
				sorted.computeIfAbsent(name, base -> new TreeMap<>()).put(0, name);
			}
		}
		Map<String, List<String>> names = new HashMap<>();
		sorted.forEach((base, numbered) -> names.put(base, List.copyOf(numbered.values())));
		return names;
	}

	/** As Keras writes a class in snake case: {@code DepthwiseConv2D} becomes {@code depthwise_conv2d}. */
	static String groupName(String className) {
		return className.replaceAll("\\W", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
				.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}
}
