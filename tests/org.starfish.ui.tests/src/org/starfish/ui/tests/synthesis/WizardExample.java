// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.starfish.ui.examples.ExampleProject;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** The example project, and the wizard for its model as nobody has used it yet. */
final class WizardExample {
	private final IProject project;

	/** Makes the project, and forgets what was chosen last and how long steps took. */
	WizardExample() throws CoreException {
		var settings = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(SynthesisWizard.class))
				.getDialogSettings();
		settings.addNewSection("SynthesisWizard");
		settings.addNewSection("StepTimes");
		var example = new ExampleProject("tidepool");
		example.create(new NullProgressMonitor());
		project = example.project();
	}

	/** The project. */
	IProject project() {
		return project;
	}

	/** Where a file of the project lies in the file system. */
	Path path(String name) {
		return project.getLocation().append(name).toPath();
	}

	/** Opens the wizard from the model file. */
	static Runnable opening(WorkbenchPage window) {
		return () -> window.projectExplorer().contextMenu("tidepool", "tidepool.zip").choose("Starfish",
				"Synthesize Image...");
	}
}
