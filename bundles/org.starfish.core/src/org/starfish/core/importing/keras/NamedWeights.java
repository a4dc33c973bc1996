// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/**
 * The weights of an HDF5 model: a group a layer, with the names of its arrays in the attribute {@code weight_names}.
 */
final class NamedWeights implements WeightScope {
	private final HdfStore store;
	private final Group weights;

	NamedWeights(HdfStore store, Group weights) {
		this.store = store;
		this.weights = weights;
	}

	@Override
	public TrainedArrays arrays(LayerConfig layer, List<LayerConfig> siblings) throws StarfishException {
		return new TrainedArrays(store, entries(layer.name()));
	}

	@Override
	public WeightScope nested(LayerConfig model, List<LayerConfig> siblings) throws StarfishException {
		return new Flat(entries(model.name()), model.name());
	}

	private List<TrainedArrays.Entry> entries(String layer) throws StarfishException {
		Optional<Group> group = store.group(weights, layer);
		if (group.isEmpty()) {
			return List.of();
		}
		Optional<List<String>> listed = store.texts(group.get(), "weight_names");
		List<String> names = listed.isPresent() ? listed.get() : store.children(group.get()).stream().sorted().toList();
		List<TrainedArrays.Entry> entries = new ArrayList<>();
		for (String name : names) {
			Optional<Dataset> array = store.array(group.get(), name);
			array.ifPresent(found -> entries.add(new TrainedArrays.Entry(name, found)));
		}
		return entries;
	}

	/** All arrays of a model within the model, which lie in one group, told apart by their names only. */
	private final class Flat implements WeightScope {
		private final List<TrainedArrays.Entry> entries;
		private final String scope;

		Flat(List<TrainedArrays.Entry> entries, String scope) {
			this.entries = entries;
			this.scope = scope;
		}

		@Override
		public TrainedArrays arrays(LayerConfig layer, List<LayerConfig> siblings) throws StarfishException {
			List<TrainedArrays.Entry> found = entries.stream().filter(entry -> entry.belongsTo(layer.name())).toList();
			if (found.isEmpty()) {
				found = entries.stream().filter(entry -> entry.belongsToOneLike(layer.name())).toList();
			}
			List<TrainedArrays.Entry> narrowed = found.stream().filter(entry -> entry.within(scope)).toList();
			return new TrainedArrays(store, narrowed.isEmpty() ? found : narrowed);
		}

		@Override
		public WeightScope nested(LayerConfig model, List<LayerConfig> siblings) {
			return new Flat(entries, model.name());
		}
	}
}
