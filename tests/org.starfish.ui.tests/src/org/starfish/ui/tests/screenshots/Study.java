// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.starfish.ui.examples.ExampleProject;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** What the pictures show: GoogLeNet with photos that are free of rights beside it, and the example project. */
final class Study {
	private final TestProject project;
	private final IFile googlenet;

	private Study(TestProject project, IFile googlenet) {
		this.project = project;
		this.googlenet = googlenet;
	}

	/**
	 * Fills the workspace, once the example is in it.
	 *
	 * @param data the folder with real models and photos
	 */
	static Study make(WorkbenchPage window, Path data) throws CoreException, IOException {
		Ui.until("the example", () -> window.page().getActiveEditor() != null);
		var project = new TestProject("googlenet");
		IFile model = project.copy(data.resolve("models/googlenet.onnx"));
		project.copy(data.resolve("models/synset_words.txt"));
		for (String photo : new String[] { "astronaut", "chelsea", "coffee" }) {
			project.write(photo + ".png", Files.readAllBytes(data.resolve("images/photos/skimage_" + photo + ".png")));
		}
		return new Study(project, model);
	}

	/** GoogLeNet. */
	IFile googlenet() {
		return googlenet;
	}

	/** The small model that comes with Starfish. */
	static IFile tidepool() {
		return ResourcesPlugin.getWorkspace().getRoot().getProject(ExampleProject.NAME).getFile("tidepool.zip");
	}

	/** A photo beside GoogLeNet. */
	Path photo(String name) {
		IResource file = project.project().getFile(name + ".png");
		return file.getLocation().toPath();
	}
}
