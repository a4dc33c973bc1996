// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.Parameter;
import org.starfish.core.synthesis.Parameters;
import org.starfish.core.synthesis.Preset;
import org.starfish.core.synthesis.Presets;
import org.starfish.core.synthesis.Target;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.FreeNames;
import org.starfish.ui.synthesis.SynthesisRequest;

/** What has been chosen in the wizard so far. The pages write it, and read what others have written. */
final class Choices {
	private final ModelLocation location;
	private final List<Runnable> listeners = new ArrayList<>();
	private Optional<Model> model = Optional.empty();
	private Optional<UnitCandidate> unit = Optional.empty();
	private Preset preset = Presets.ALL.get(0);
	private Parameters parameters = preset.parameters();
	private int size;
	private long seed;
	private int variants = 1;
	private IPath folder = IPath.EMPTY;
	private NamePattern names = NamePattern.USUAL;

	/**
	 * @param location of the model
	 */
	Choices(ModelLocation location) {
		this.location = location;
	}

	/** Adds somebody to be told of changes. */
	void addListener(Runnable listener) {
		listeners.add(listener);
	}

	private void changed() {
		List.copyOf(listeners).forEach(Runnable::run);
	}

	ModelLocation location() {
		return location;
	}

	/** The model, once it has been read. */
	Optional<Model> model() {
		return model;
	}

	void model(Model read) {
		model = Optional.of(read);
		changed();
	}

	/** What is to be drawn. */
	Optional<UnitCandidate> unit() {
		return unit;
	}

	void unit(Optional<UnitCandidate> other) {
		if (!unit.equals(other)) {
			unit = other;
			changed();
		}
	}

	Preset preset() {
		return preset;
	}

	/** Takes a preset with all its parameters. */
	void preset(Preset other) {
		preset = other;
		parameters = other.parameters();
		changed();
	}

	/** The preset's parameters with what was changed of them. */
	Parameters parameters() {
		return parameters;
	}

	/**
	 * Changes one parameter.
	 *
	 * @param typed its value as a user writes it
	 * @throws StarfishException if it does not take that value; nothing changes then
	 */
	void parameter(Parameter parameter, String typed) throws StarfishException {
		Parameters other = parameters.set(parameter.label() + '=' + typed);
		if (!other.equals(parameters)) {
			parameters = other;
			changed();
		}
	}

	/** The height of the pictures; 0 for the network's own. */
	int size() {
		return size;
	}

	void size(int height) {
		size = height;
		changed();
	}

	/** The seed of the first variant; the others count up from it. */
	long seed() {
		return seed;
	}

	void seed(long first) {
		seed = first;
		changed();
	}

	int variants() {
		return variants;
	}

	void variants(int count) {
		variants = count;
		changed();
	}

	/** The folder in the workspace. */
	IPath folder() {
		return folder;
	}

	void folder(IPath other) {
		folder = other;
		changed();
	}

	NamePattern names() {
		return names;
	}

	void names(NamePattern other) {
		names = other;
		changed();
	}

	/** The pictures that these choices lead to; none as long as something is missing or wrong. */
	List<SynthesisRequest> requests() {
		List<SynthesisRequest> requests = new ArrayList<>();
		var free = new FreeNames(folder);
		if (unit.isPresent() && free.isFolder()) {
			Parameters all = parameters.with(Parameter.SIZE, size);
			for (int i = 0; i < variants; i++) {
				IFile picture = free.take(
						names.fileName(unit.get().name(), preset.name(), location.name(), seed + i));
				requests.add(new SynthesisRequest(location, target(unit.get()), unit.get().name(), preset.name(), all,
						seed + i, picture));
			}
		}
		return requests;
	}

	private static Target target(UnitCandidate candidate) {
		return candidate.isLayer() ? new Target.OfLayer(candidate.layer().name()) : new Target.OfUnit(candidate.unit());
	}
}
