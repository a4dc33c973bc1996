// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.starfish.core.importing.registry.ContributedImporters;
import org.starfish.core.model.ModelFile;

/** Runs the command line inside Equinox; its result is the exit status of the virtual machine. */
public final class StarfishApplication implements IApplication {

	/**
	 * System property: what the launching script put before each argument, because Equinox takes some arguments (such
	 * as {@code -data}) for its own.
	 */
	private static final String ARGUMENT_PREFIX = "starfish.argumentPrefix";

	@Override
	public Object start(IApplicationContext context) {
		context.applicationRunning();
		if (System.getProperty(ModelFile.EXAMPLES) == null) {
			Optional.ofNullable(Platform.getBundle("org.starfish.examples")).flatMap(FileLocator::getBundleFileLocation)
					.ifPresent(folder -> System.setProperty(ModelFile.EXAMPLES, folder.getPath()));
		}
		if (System.getProperty(Version.PROPERTY) == null) {
			var version = context.getBrandingBundle() == null ? Platform.getBundle("org.starfish.cli").getVersion()
					: context.getBrandingBundle().getVersion();
			System.setProperty(Version.PROPERTY,
					version.getMajor() + "." + version.getMinor() + "." + version.getMicro());
		}
		String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
		int prefix = System.getProperty(ARGUMENT_PREFIX, "").length();
		return StarfishCommand.run(ContributedImporters.all(), Interruption.listening(),
				new PrintWriter(System.out, true), new PrintWriter(System.err, true),
				Stream.of(arguments).map(argument -> argument.substring(prefix)).toArray(String[]::new));
	}

	@Override
	public void stop() {
		// A command ends by itself, or with the virtual machine.
	}
}
