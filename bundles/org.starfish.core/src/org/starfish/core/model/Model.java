// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.network.Labels;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.preprocessing.PreprocessingGuess;
import org.starfish.core.preprocessing.Sidecar;

/**
 * A network with its preprocessing and labels.
 *
 * @param file where it came from
 * @param network what was read
 * @param preprocessing how pixels become its input
 * @param preprocessingReason where the preprocessing comes from, in one sentence
 * @param preprocessingGuessed whether nobody said so and it was guessed
 * @param labels the names of its outputs, if known
 */
public record Model(ModelFile file, Network network, Preprocessing preprocessing, String preprocessingReason,
		boolean preprocessingGuessed, Optional<Labels> labels) {
	/**
	 * Reads a model.
	 *
	 * @param file which
	 * @param importers that may know its format
	 * @param preprocessing a preset's name or a file, as {@link Preprocessing#load} takes it; empty to take what is
	 *        stored beside the model, or else guess
	 * @param labels a file with labels; empty to take those found beside the model
	 * @param progress told how far the reading is, and cancels it
	 * @throws StarfishException if the model, the preprocessing or the labels cannot be read, or the labels are not as
	 *         many as the model's outputs
	 */
	public static Model read(ModelFile file, ModelImporters importers, Optional<String> preprocessing,
			Optional<Path> labels, Progress progress) throws StarfishException {
		Network network = importers.read(file.path(), progress);
		Optional<Labels> found = labels(file.path(), network, labels);
		if (preprocessing.isPresent()) {
			return new Model(file, network, Preprocessing.load(preprocessing.get()), "as asked for", false, found);
		}
		return assumed(file, network, found);
	}

	/**
	 * A network that was read, with the preprocessing that is stored beside the model, or else guessed, and the labels
	 * found there.
	 *
	 * @throws StarfishException if what lies beside the model cannot be read or does not belong to it
	 */
	public static Model of(ModelFile file, Network network) throws StarfishException {
		return assumed(file, network, labels(file.path(), network, Optional.empty()));
	}

	private static Model assumed(ModelFile file, Network network, Optional<Labels> labels) throws StarfishException {
		Optional<Sidecar> sidecar = Sidecar.beside(file.path());
		Optional<Preprocessing> stored = sidecar.flatMap(Sidecar::preprocessing);
		if (stored.isPresent()) {
			String reason = sidecar.flatMap(Sidecar::reason)
					.orElseGet(() -> "stored in " + Sidecar.file(file.path()).getFileName());
			return new Model(file, network, stored.get(), reason, false, labels);
		}
		PreprocessingGuess guess = PreprocessingGuess.of(network);
		return new Model(file, network, guess.preprocessing(), guess.reason(), true, labels);
	}

	/** The layer that answers what the picture shows: the first output. */
	public Layer output() throws StarfishException {
		return network.layer(network.outputs().get(0));
	}

	private static Optional<Labels> labels(Path file, Network network, Optional<Path> named) throws StarfishException {
		int width = network.layer(network.outputs().get(0)).shape().channels();
		if (named.isEmpty()) {
			return ModelLabels.beside(file, width);
		}
		Labels labels = Labels.read(named.get());
		if (labels.size() != width) {
			throw new StarfishException("%s holds %d labels, but %s has %d outputs; name the file that belongs to it."
					.formatted(named.get().getFileName(), labels.size(), file.getFileName(), width));
		}
		return Optional.of(labels);
	}
}
