// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.synthesis.recipe.Objectives;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Target;

/**
 * What an ascent from noise will go through, known before its first step and without running anything: for whoever wants to say
 * what it will cost, or draw it as small as the network sees a difference.
 *
 * @param layers which the objective reads
 * @param stages one for each octave, from small to full
 */
public record Schedule(Set<Layer> layers, List<Stage> stages) {
	/**
	 * An octave.
	 *
	 * @param height of the picture, in pixels
	 * @param width of the picture
	 * @param viewHeight of what the network sees of it
	 * @param viewWidth of what the network sees of it
	 * @param steps how many are taken
	 * @param views how many there are in a step
	 */
	public record Stage(int height, int width, int viewHeight, int viewWidth, int steps, int views) {
		/** What the network is shown in a step, in pixels. */
		public long viewPixels() {
			return (long) viewHeight * viewWidth * views;
		}
	}

	public Schedule {
		layers = Set.copyOf(layers);
		stages = List.copyOf(stages);
	}

	/**
	 * The schedule of an ascent.
	 *
	 * @throws StarfishException if the network has no such target
	 */
	public static Schedule of(Network network, Target target, Parameters parameters) throws StarfishException {
		Set<Layer> layers = Objectives.of(target, network, parameters).layers();
		Shape input = network.inputShape();
		int size = parameters.integer(Parameter.SIZE);
		int height = size == 0 ? input.height() : size;
		int width = Math.max(1, Math.round((float) height * input.width() / input.height()));
		boolean own = parameters.choice(Parameter.OCTAVE_VIEW).equals("own");
		List<Stage> stages = new ArrayList<>();
		for (Octaves.Size octave : Octaves.of(height, width, parameters.integer(Parameter.OCTAVES),
				parameters.number(Parameter.OCTAVE_SCALE))) {
			boolean asItIs = own && View.isPossible(network, layers, octave.height(), octave.width());
			stages.add(new Stage(octave.height(), octave.width(), asItIs ? octave.height() : input.height(),
					asItIs ? octave.width() : input.width(), parameters.integer(Parameter.STEPS),
					parameters.integer(Parameter.VIEWS)));
		}
		return new Schedule(layers, stages);
	}

	/** How many steps there are in all. */
	public int steps() {
		return stages.stream().mapToInt(Stage::steps).sum();
	}

	/** What the network is shown in all steps, in pixels: what the time that they take grows with. */
	public long viewPixels() {
		return stages.stream().mapToLong(stage -> stage.steps() * stage.viewPixels()).sum();
	}

	/** The last octave, which is as large as the picture. */
	public Stage last() {
		return stages.getLast();
	}
}
