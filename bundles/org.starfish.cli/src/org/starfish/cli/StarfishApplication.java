// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Runs the command line inside Equinox; its result is the exit status of the virtual machine. */
public final class StarfishApplication implements IApplication {

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		return StarfishCommand.run(arguments);
	}

	@Override
	public void stop() {
		// A command ends by itself, or with the virtual machine.
	}
}
