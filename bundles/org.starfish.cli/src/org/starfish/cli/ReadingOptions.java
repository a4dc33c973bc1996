// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What to know about a model beside its file. */
final class ReadingOptions {
	@Option(names = "--labels", paramLabel = "FILE", description = "The names of the outputs, one per line, as synset lines, or as JSON. Otherwise those found beside the model.")
	private Path labels;

	@Option(names = "--preprocessing", paramLabel = "NAME|FILE", description = "How pixels become input: imagenet-rgb, caffe-bgr, vgg-bgr, cifar-rgb, zero-one, minus-one-one, raw, or a JSON file. Otherwise what is stored beside the model, or a guess that is said aloud.")
	private String preprocessing;

	/** Opens a model; says aloud if its preprocessing had to be guessed. */
	Model open(CommandSpec command, String model, Progress progress) throws StarfishException {
		Model opened = openQuietly(command, model, progress);
		if (opened.preprocessingGuessed()) {
			command.commandLine().getErr().printf("Preprocessing: %s, a guess (%s). Say --preprocessing if it is wrong.%n",
					opened.preprocessing().name(), opened.preprocessingReason());
		}
		return opened;
	}

	/** Opens a model for a command that shows the preprocessing anyway, or has it from elsewhere. */
	Model openQuietly(CommandSpec command, String model, Progress progress) throws StarfishException {
		return Model.read(ModelFile.of(model), StarfishCommand.importers(command), Optional.ofNullable(preprocessing),
				Optional.ofNullable(labels), progress);
	}
}
