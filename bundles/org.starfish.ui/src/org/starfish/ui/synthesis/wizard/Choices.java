// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IPath;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.Shape;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.model.ModelLocation;

/** What has been chosen in the wizard so far. The pages write it, and read what others have written. */
final class Choices {
	private static final String MINIMIZE = "minimize";
	private static final String SOFTMAX = "softmax";

	private final ModelLocation location;
	private final List<Runnable> listeners = new ArrayList<>();
	private Optional<Model> model = Optional.empty();
	private List<Subject> subjects = List.of();
	private Optional<String> objective = Optional.empty();
	private Direction direction = Direction.MAXIMUM;
	private Optional<StartImage> start = Optional.empty();
	private Preset preset = Presets.ALL.get(0);
	private Parameters parameters = preset.parameters();
	private int size;
	private List<Long> seeds = List.of(0L);
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

	/** What is to be drawn, a picture or several for each. */
	List<Subject> subjects() {
		return subjects;
	}

	void subjects(List<Subject> others) {
		if (!subjects.equals(others)) {
			subjects = List.copyOf(others);
			changed();
		}
	}

	/** What of a class is maximized; empty for what the preset says. */
	Optional<String> objective() {
		return objective;
	}

	void objective(Optional<String> other) {
		if (!objective.equals(other)) {
			objective = other;
			changed();
		}
	}

	Direction direction() {
		return direction;
	}

	void direction(Direction other) {
		if (direction != other) {
			direction = other;
			changed();
		}
	}

	/** The image to start from; empty for noise. */
	Optional<StartImage> start() {
		return start;
	}

	void start(Optional<StartImage> other) {
		if (!start.equals(other)) {
			start = other;
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

	/** The preset's parameters with what was changed of them; what other pages ask for is not among them yet. */
	Parameters parameters() {
		return parameters;
	}

	/** Takes over the method, the size and the seed of a recipe; what it shows is picked on the first page. */
	void like(Recipe recipe) {
		preset = Presets.ALL.stream().filter(each -> each.name().equals(recipe.preset())).findFirst().orElse(preset);
		Parameters usual = preset.parameters();
		String asked = recipe.parameters().choice(Parameter.OBJECTIVE);
		objective = Optional.of(asked).filter(other -> !other.equals(usual.choice(Parameter.OBJECTIVE)) && !other.equals("auto"));
		direction = Direction.of(recipe.parameters().choice(Parameter.DIRECTION));
		size = recipe.parameters().integer(Parameter.SIZE);
		seeds = List.of(recipe.seed());
		variants = 1;
		// What other pages ask for stays as the preset has it.
		parameters = recipe.parameters().with(Parameter.SIZE, usual.integer(Parameter.SIZE))
				.with(Parameter.OBJECTIVE, usual.choice(Parameter.OBJECTIVE))
				.with(Parameter.DIRECTION, usual.choice(Parameter.DIRECTION));
		changed();
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

	/** The seeds of the variants; if there is only one, the variants count up from it. */
	List<Long> seeds() {
		return seeds;
	}

	void seeds(List<Long> others) {
		seeds = List.copyOf(others);
		changed();
	}

	/** How many pictures of each kind there will be. */
	private int perKind() {
		return seeds.size() > 1 ? seeds.size() : variants;
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

	/** How many pictures these choices lead to. */
	int count() {
		return subjects.size() * direction.ways().size() * perKind();
	}

	/** The pictures that these choices lead to, subject by subject. */
	List<Wish> wishes() {
		List<Wish> wishes = new ArrayList<>(count());
		for (Subject subject : subjects) {
			for (String toward : direction.ways()) {
				for (int i = 0; i < perKind(); i++) {
					wishes.add(wish(subject, toward, i));
				}
			}
		}
		return wishes;
	}

	/** The first of these pictures, if there are any. */
	Optional<Wish> firstWish() {
		return subjects.stream().findFirst().map(subject -> wish(subject, direction.ways().get(0), 0));
	}

	private Wish wish(Subject subject, String toward, int variant) {
		return new Wish(subject, toward.equals(MINIMIZE), parameters(subject, toward),
				seeds.size() > 1 ? seeds.get(variant) : seeds.get(0) + variant);
	}

	/** All parameters of the pictures of a subject. */
	private Parameters parameters(Subject subject, String toward) {
		Parameters all = parameters.with(Parameter.SIZE, size).with(Parameter.DIRECTION, toward);
		if (objective.isPresent()) {
			all = all.with(Parameter.OBJECTIVE, objective.get());
		}
		// Presets that are made for classes serve for other units as well.
		return all.choice(Parameter.OBJECTIVE).equals(SOFTMAX) && !hasSoftmax(subject)
				? all.with(Parameter.OBJECTIVE, "auto")
				: all;
	}

	/** Whether a subject may have a probability. */
	boolean hasSoftmax(Subject subject) {
		return subject.target() instanceof Target.OfUnit unit && model.flatMap(read -> read.network().find(unit.address().layer()))
				.filter(layer -> isSingle(layer.shape())).isPresent();
	}

	private static boolean isSingle(Shape shape) {
		return shape.height() * shape.width() == 1;
	}
}
