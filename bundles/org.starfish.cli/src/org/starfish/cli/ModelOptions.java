// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which model, and what to know about it: the part that most commands share. */
final class ModelOptions {
	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	@Parameters(index = "0", paramLabel = "MODEL", description = "An ONNX, Keras or DL4J file.")
	private String model;

	@Option(names = "--labels", paramLabel = "FILE", description = "The names of the outputs, one per line, as synset lines, or as JSON. Otherwise those found beside the model.")
	private Path labels;

	@Option(names = "--preprocessing", paramLabel = "NAME|FILE", description = "How pixels become input: imagenet-rgb, caffe-bgr, vgg-bgr, cifar-rgb, zero-one, minus-one-one, raw, or a JSON file. Otherwise what is stored beside the model, or a guess that is said aloud.")
	private String preprocessing;

	/** Opens the model; says aloud if its preprocessing had to be guessed. */
	Model open(PrintWriter err, Progress progress) throws StarfishException {
		Model opened = openQuietly(progress);
		if (opened.preprocessingGuessed()) {
			err.printf("Preprocessing: %s, a guess (%s). Say --preprocessing if it is wrong.%n",
					opened.preprocessing().name(), opened.preprocessingReason());
		}
		return opened;
	}

	/** Opens the model for a command that shows the preprocessing anyway. */
	Model openQuietly(Progress progress) throws StarfishException {
		return Model.read(ModelFile.of(model), StarfishCommand.importers(command), Optional.ofNullable(preprocessing),
				Optional.ofNullable(labels), progress);
	}
}
