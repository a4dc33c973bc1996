// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

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
		description = "Looks inside convolutional networks: what their layers answer to a picture, which pixels that depends on, and what their units look for.",
		footer = { "", "MODEL is an ONNX, Keras or DL4J file, or the word tidepool for the small network that comes with Starfish.",
				"A unit is written layer:channel or layer:channel@x,y; a class by its label, as in prob:starfish or just starfish.", "",
				"Exit status: 0 done, 1 failed (one sentence on standard error), 2 wrong usage, 130 cancelled." },
		subcommands = { InfoCommand.class, ClassifyCommand.class, ActivationsCommand.class, GradientCommand.class,
				SynthesizeCommand.class, DreamCommand.class, MixtureCommand.class, ReplayCommand.class, PresetsCommand.class,
				HelpCommand.class })
public final class StarfishCommand implements Runnable {
	private static final int FAILED = 1;
	private static final int WRONG_USAGE = 2;
	private static final int CANCELLED = 130;

	private final ModelImporters importers;
	private final BooleanSupplier cancelled;

	@Spec
	private CommandSpec spec;

	private StarfishCommand(ModelImporters importers, BooleanSupplier cancelled) {
		this.importers = importers;
		this.cancelled = cancelled;
	}

	/** Where the command of this specification shows its progress, and learns that it is cancelled. */
	static Terminal terminal(CommandSpec command) {
		var root = (StarfishCommand) command.root().userObject();
		return Terminal.on(command.commandLine().getErr(), root.cancelled);
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
		return run(ModelImporters.builtIn(), () -> false, out, err, arguments);
	}

	/**
	 * Runs one command.
	 *
	 * @param importers of the formats that it can open
	 * @param cancelled asked now and then whether to stop, keeping what there is
	 * @param out for results
	 * @param err for progress and trouble
	 * @param arguments as typed, without the program's name
	 * @return the exit status: 0 done, 1 failed, 2 wrong usage, 130 cancelled
	 */
	public static int run(ModelImporters importers, BooleanSupplier cancelled, PrintWriter out, PrintWriter err,
			String... arguments) {
		var line = new CommandLine(new StarfishCommand(importers, cancelled));
		line.setOut(out);
		line.setErr(err);
		line.setUsageHelpAutoWidth(true);
		line.setUsageHelpLongOptionsMaxWidth(28);
		line.setCaseInsensitiveEnumValuesAllowed(true);
		line.setParameterExceptionHandler((failure, parsed) -> refuse(failure, err));
		line.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, err));
		try {
			int status = line.execute(arguments);
			if (out.checkError()) {
				err.println("starfish: standard output could not be written, so what stands there is not complete.");
				return FAILED;
			}
			return status;
		} catch (OutOfMemoryError e) {
			err.println("starfish: the memory is not enough for this; give Java more of it, or ask for less at once.");
			return FAILED;
		}
	}

	/** Says what is wrong and where to read on, rather than all there is to read. */
	private static int refuse(ParameterException failure, PrintWriter err) {
		CommandLine command = failure.getCommandLine();
		err.println("starfish: " + failure.getMessage());
		CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
		if (command.getCommandSpec().userObject() instanceof StarfishCommand
				&& !(failure instanceof CommandLine.UnmatchedArgumentException)) {
			// Who names no command wants to know which there are.
			command.usage(err);
			return WRONG_USAGE;
		}
		err.printf("Usage: %s", command.getHelp().synopsis("Usage: ".length()));
		err.printf("%s --help tells more.%n", command.getCommandSpec().qualifiedName());
		return WRONG_USAGE;
	}

	private static int fail(Exception failure, PrintWriter err) {
		String sentence = switch (failure) {
		case CancellationException cancelled -> cancelled.getMessage() == null ? "cancelled."
				: "cancelled; %s.".formatted(cancelled.getMessage());
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
