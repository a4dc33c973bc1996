// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ide;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.osgi.service.prefs.BackingStoreException;
import org.starfish.ui.examples.ExampleJob;
import org.starfish.ui.examples.ExampleProject;

/**
 * Makes the example project when the product is started in a new workspace. Once: a project that the user deletes stays
 * deleted.
 */
public final class FirstStart implements IStartup {
	private static final String DONE = "exampleMade";

	@Override
	public void earlyStartup() {
		IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode("org.starfish.ide");
		if (!preferences.getBoolean(DONE, false)) {
			remember(preferences);
			if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
				new ExampleJob(new ExampleProject(ExampleProject.NAME), FirstStart::reveal).schedule();
			}
		}
	}

	private static void remember(IEclipsePreferences preferences) {
		preferences.putBoolean(DONE, true);
		try {
			preferences.flush();
		} catch (BackingStoreException e) {
			ILog.get().error("The preferences of the workspace cannot be written.", e);
		}
	}

	private static void reveal(IProject project) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
			if (window != null) {
				BasicNewResourceWizard.selectAndReveal(project, window);
			}
		});
	}
}
