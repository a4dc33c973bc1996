// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.ModelFile;

/** Runs the command line on a plain virtual machine that is sent the signal of Ctrl-C while it works. */
public final class InterruptedLauncher {
	/** Far enough in for the model to be read and some steps to be taken. */
	private static final int REPORTS = 40;

	private InterruptedLauncher() {
	}

	/**
	 * Runs one command and ends with its status.
	 *
	 * @param arguments the folder of the examples, then the command's own
	 */
	public static void main(String[] arguments) {
		System.setProperty(ModelFile.EXAMPLES, arguments[0]);
		Interruption interruption = Interruption.listening();
		var reports = new AtomicInteger();
		System.exit(StarfishCommand.run(ModelImporters.builtIn(), () -> {
			if (reports.incrementAndGet() == REPORTS) {
				interrupt();
			}
			return interruption.getAsBoolean();
		}, new PrintWriter(System.out, true), new PrintWriter(System.err, true),
				Arrays.copyOfRange(arguments, 1, arguments.length)));
	}

	private static void interrupt() {
		try {
			new ProcessBuilder("kill", "-INT", Long.toString(ProcessHandle.current().pid())).start();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
