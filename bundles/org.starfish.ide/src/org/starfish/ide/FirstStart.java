// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ide;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.osgi.service.prefs.BackingStoreException;
import org.starfish.ui.examples.ExampleJob;
import org.starfish.ui.examples.ExampleProject;

/**
 * Makes the example project when the product is started in a new workspace, and opens its model. Once: a project that the
 * user deletes stays deleted.
 */
public final class FirstStart implements IStartup {
	private static final String DONE = "exampleMade";
	private static final int WIDTH = 1500;
	private static final int HEIGHT = 960;

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

	/** Shows what the example answers to one of its pictures: the first thing to see is what all this is for. */
	private static void reveal(IProject project) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
			IFile model = project.getFile(ExampleProject.MODEL);
			if (window == null || !model.exists()) {
				return;
			}
			enlarge(window.getShell());
			BasicNewResourceWizard.selectAndReveal(model, window);
			try {
				IDE.openEditor(window.getActivePage(), model);
			} catch (PartInitException e) {
				ILog.get().log(e.getStatus());
			}
		});
	}

	/** The platform opens a first window of 1024 x 768, too small for three columns. */
	private static void enlarge(Shell shell) {
		Rectangle screen = shell.getMonitor().getClientArea();
		int width = Math.min(screen.width, WIDTH);
		int height = Math.min(screen.height, HEIGHT);
		if (!shell.getMaximized() && (shell.getSize().x < width || shell.getSize().y < height)) {
			shell.setBounds(screen.x + (screen.width - width) / 2, screen.y + (screen.height - height) / 2, width, height);
		}
	}
}
