// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evaluation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Labels;
import org.starfish.core.network.Layer;

/**
 * What another network, which was not used to draw a picture, answers to it.
 *
 * @param model its file's name
 * @param label the class as this network calls it
 * @param value its output for the class; a probability, if the output is a softmax
 * @param rank how many classes score higher, plus 1
 */
public record CrossCheck(String model, String label, double value, int rank) {
	/**
	 * Shows the picture to another network.
	 *
	 * @param label of the class that was drawn, with synonyms separated by commas
	 * @return empty if the network knows no such class
	 * @throws StarfishException if it cannot be run
	 */
	public static Optional<CrossCheck> of(OpenNetwork other, String label, RgbImage picture, Progress progress)
			throws StarfishException {
		Model model = other.model();
		Layer output = model.output();
		OptionalInt index = model.labels().map(labels -> index(labels, label)).orElse(OptionalInt.empty());
		if (index.isEmpty() || index.getAsInt() >= output.shape().size()) {
			return Optional.empty();
		}
		float[] input = model.preprocessing().toInput(picture, other.network().inputShape());
		float[] answer = other.forward(new PlanRequest(Set.of(output), other.network().inputShape(), 1, false), input,
				progress, (plan, nanoseconds) -> plan.activation(output));
		float value = answer[index.getAsInt()];
		int rank = 1;
		for (float rival : answer) {
			rank += rival > value ? 1 : 0;
		}
		return Optional.of(new CrossCheck(model.file().path().getFileName().toString(),
				model.labels().get().name(index.getAsInt()), value, rank));
	}

	private static OptionalInt index(Labels labels, String label) {
		return Stream.concat(Stream.of(label), Stream.of(label.split(","))).map(name -> find(labels, name))
				.filter(OptionalInt::isPresent).findFirst().orElse(OptionalInt.empty());
	}

	private static OptionalInt find(Labels labels, String name) {
		try {
			return OptionalInt.of(labels.indexOf(name.strip()));
		} catch (StarfishException e) {
			// Or more than one, of which nobody knows which is meant.
			return OptionalInt.empty();
		}
	}
}
