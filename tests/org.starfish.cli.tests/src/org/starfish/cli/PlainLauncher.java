// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

/** Runs the command line on a plain virtual machine. */
public final class PlainLauncher {
	private PlainLauncher() {
	}

	/** Runs one command and ends with its status. */
	public static void main(String[] arguments) {
		System.exit(StarfishCommand.run(arguments));
	}
}
