// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which model, and what to know about it: the part that most commands share. */
final class ModelOptions {
	@Spec(Spec.Target.MIXEE)
	private CommandSpec command;

	@Parameters(index = "0", paramLabel = "MODEL", description = "An ONNX, Keras or DL4J file, or the word tidepool.")
	private String model;

	@Mixin
	private ReadingOptions reading;

	/** Opens the model; says aloud if its preprocessing had to be guessed. */
	Model open(Progress progress) throws StarfishException {
		return reading.open(command, model, progress);
	}

	/** Opens the model for a command that shows the preprocessing anyway. */
	Model openQuietly(Progress progress) throws StarfishException {
		return reading.openQuietly(command, model, progress);
	}
}
