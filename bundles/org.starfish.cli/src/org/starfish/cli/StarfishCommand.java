// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(name = "starfish", mixinStandardHelpOptions = true, versionProvider = Version.class,
		description = "Looks inside convolutional networks: what their layers answer to a picture, and which pixels that depends on.",
		footer = { "", "MODEL is an ONNX, Keras or DL4J file.",
				"A unit is written layer:channel or layer:channel@x,y; a class by its label, as in prob:starfish.", "",
				"Exit status: 0 done, 1 failed (one sentence on standard error), 2 wrong usage, 130 cancelled." },
		subcommands = { InfoCommand.class, ClassifyCommand.class, ActivationsCommand.class, GradientCommand.class,
				SynthesizeCommand.class,
				HelpCommand.class })
public final class StarfishCommand implements Runnable {
	private static final int FAILED = 1;
	private static final int CANCELLED = 130;

	private final ModelImporters importers;

	@Spec
	private CommandSpec spec;

	private StarfishCommand(ModelImporters importers) {
		this.importers = importers;
	}

	/** The importers of the formats that the command of this specification can open. */
	static ModelImporters importers(CommandSpec command) {
		return ((StarfishCommand) command.root().userObject()).importers;
	}

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "Say what to do.");
	}

	/**
	 * Runs one command.
	 *
	 * @param arguments as typed, without the program's name
	 * @return the exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled
	 */
	public static int run(String... arguments) {
		return run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments);
	}

	/**
	 * Runs one command that writes elsewhere than to the standard streams and opens the formats of the core.
	 *
	 * @param out for results
	 * @param err for progress and trouble
	 * @param arguments as typed, without the program's name
	 * @return the exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled
	 */
	public static int run(PrintWriter out, PrintWriter err, String... arguments) {
		return run(ModelImporters.builtIn(), out, err, arguments);
	}

	/**
	 * Runs one command.
	 *
	 * @param importers of the formats that it can open
	 * @param out for results
	 * @param err for progress and trouble
	 * @param arguments as typed, without the program's name
	 * @return the exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled
	 */
	public static int run(ModelImporters importers, PrintWriter out, PrintWriter err, String... arguments) {
		var line = new CommandLine(new StarfishCommand(importers));
		line.setOut(out);
		line.setErr(err);
		line.setUsageHelpAutoWidth(true);
		line.setUsageHelpLongOptionsMaxWidth(28);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, err));
		return line.execute(arguments);
	}

	private static int fail(Exception failure, PrintWriter err) {
		String sentence = switch (failure) {
		case CancellationException cancelled -> "cancelled.";
		case StarfishException expected -> expected.getMessage();
		case IOException io -> "reading or writing failed: %s.".formatted(io.getMessage());
		default -> unexpected(failure);
		};
		err.println("starfish: " + sentence);
		return failure instanceof CancellationException ? CANCELLED : FAILED;
	}

	/** Keeps the trace of what nobody foresaw in a file, so that it can be reported, and says where. */
	private static String unexpected(Exception failure) {
		String sentence = "something went wrong inside Starfish (%s)".formatted(failure);
		try {
			Path log = Files.createTempFile("starfish-", ".log");
			try (var writer = new PrintWriter(Files.newBufferedWriter(log))) {
				failure.printStackTrace(writer);
			}
			return sentence.replace('\n', ' ') + "; the details are in " + log + ", please report them.";
		} catch (IOException unwritable) {
			return sentence.replace('\n', ' ') + "; please report it.";
		}
	}
}
