// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.drive;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.testing.TestableObject;
import org.starfish.ui.tests.pages.WorkbenchPage;

/**
 * Starts the IDE, runs in it the {@link Driver} whose class is the first argument, and ends with status 0 if all went
 * well. {@code ./starfish} starts it with the bundles of the product and those of the tests.
 */
public final class DriveApplication implements IApplication {
	private static final String WORKBENCH = "org.eclipse.ui.ide.workbench";

	@Override
	public Object start(IApplicationContext context) throws Exception {
		var arguments = List.of((String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS));
		var driver = (Driver) Class.forName(arguments.get(0)).getConstructor().newInstance();
		TestableObject workbench = PlatformUI.getTestableObject();
		workbench.setTestHarness(() -> {
			workbench.testingStarting();
			workbench.runTest(() -> drive(driver, arguments.subList(1, arguments.size())));
		});
		return workbench().start(context);
	}

	/** Ends the process as well: a workbench that is left in the middle of something might ask the user about it. */
	private static void drive(Driver driver, List<String> arguments) {
		int status = 1;
		try {
			driver.drive(new WorkbenchPage().reset(), arguments);
			status = 0;
		} catch (Exception | AssertionError e) {
			e.printStackTrace();
		} finally {
			System.out.flush();
			Runtime.getRuntime().halt(status);
		}
	}

	private static IApplication workbench() throws CoreException {
		IConfigurationElement run = Platform.getExtensionRegistry()
				.getExtension("org.eclipse.core.runtime", "applications", WORKBENCH).getConfigurationElements()[0]
				.getChildren("run")[0];
		return (IApplication) run.createExecutableExtension("class");
	}

	@Override
	public void stop() {
		// The workbench is closed from within.
	}
}
