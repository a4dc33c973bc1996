// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Weights;

import io.jhdf.api.Dataset;

/** The trained arrays of one layer, as the file names and orders them. */
final class TrainedArrays {
	/** What an array is to its layer. */
	enum Role {
		KERNEL("kernel", "W", "depthwise_kernel"), DEPTHWISE("depthwise_kernel"), POINTWISE("pointwise_kernel"),
		BIAS("bias", "b"), SCALE("gamma"), SHIFT("beta"), MEAN("moving_mean", "running_mean", "mean"),
		VARIANCE("moving_variance", "running_std", "running_variance", "variance"), SLOPE("alpha", "alphas");

		private final List<String> names;

		Role(String... names) {
			this.names = List.of(names);
		}

		/** Keras 1 writes {@code layer_W}, later ones {@code layer/kernel:0}. */
		private boolean isCalled(String base) {
			return names.stream().anyMatch(name -> base.equals(name) || base.endsWith("_" + name));
		}

		/** Whether a name is that of some role behind a prefix. */
		private static boolean ofAny(String base, String prefix) {
			return base.startsWith(prefix) && Arrays.stream(values())
					.anyMatch(role -> role.names.contains(base.substring(prefix.length())));
		}

		@Override
		public String toString() {
			return names.get(0);
		}
	}

	/** An array under its name in the file. */
	record Entry(String name, Dataset array) {
		private static final Pattern NUMBER = Pattern.compile(":\\d+$");

		/** The last part of the name, as in {@code kernel}. */
		String base() {
			return NUMBER.matcher(name.substring(name.lastIndexOf('/') + 1)).replaceFirst("");
		}

		/** Whether the name says that the array is of this layer. */
		boolean belongsTo(String layer) {
			String owner = owner();
			return owner.equals(layer) || owner.endsWith("/" + layer)
					|| owner.isEmpty() && Role.ofAny(base(), layer + "_");
		}

		/** Whether the name is one that Keras makes up where two layers have the name of this one. */
		boolean belongsToOneLike(String layer) {
			return owner().matches("(?:.*/)?" + Pattern.quote(layer) + "_\\d+");
		}

		/** Whether the array is of a layer in this model. */
		boolean within(String model) {
			return ("/" + owner()).contains("/" + model + "/");
		}

		private String owner() {
			return name.substring(0, Math.max(0, name.lastIndexOf('/')));
		}
	}

	private final HdfStore store;
	private final List<Entry> entries;

	TrainedArrays(HdfStore store, List<Entry> entries) {
		this.store = store;
		this.entries = entries;
	}

	/**
	 * The arrays in these roles, found by name or, where names say nothing, by order.
	 *
	 * @return empty if the file does not have them all
	 */
	Optional<Map<Role, Weights>> in(List<Role> roles) throws StarfishException {
		List<Entry> found = new ArrayList<>();
		for (Role role : roles) {
			entries.stream().filter(entry -> role.isCalled(entry.base()) && !found.contains(entry)).findFirst()
					.ifPresent(found::add);
		}
		List<Entry> chosen = found.isEmpty() ? entries : found;
		if (chosen.size() < roles.size()) {
			return Optional.empty();
		}
		Map<Role, Weights> arrays = new EnumMap<>(Role.class);
		for (int i = 0; i < roles.size(); i++) {
			arrays.put(roles.get(i), store.weights(chosen.get(i).array()));
		}
		return Optional.of(arrays);
	}

	boolean isEmpty() {
		return entries.isEmpty();
	}
}
