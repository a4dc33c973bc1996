// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorPart;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** A project with a model and what lies beside it, as a user would have it. */
final class Scene {
	static final String PROJECT = "bench";

	private final WorkbenchPage window;
	private final IFile model;

	/**
	 * Makes the project and waits until nothing is done any more.
	 *
	 * @param files the model, then others
	 */
	Scene(WorkbenchPage window, Stopwatch stopwatch, List<Path> files) throws CoreException, IOException {
		this.window = window;
		var project = new TestProject(PROJECT);
		for (Path file : files) {
			project.copy(file);
		}
		model = project.project().getFile(files.get(0).getFileName().toString());
		window.projectExplorer().tree().select(PROJECT, model.getName());
		stopwatch.rest();
	}

	/** The files that the arguments of a driver name, which follow the one for its measurements. */
	static List<Path> files(List<String> arguments) {
		return arguments.subList(1, arguments.size()).stream().map(Path::of).toList();
	}

	/** The file for measurements. */
	static Path output(List<String> arguments) {
		return Path.of(arguments.get(0));
	}

	IFile model() {
		return model;
	}

	/** Opens the model and waits until it has answered and was painted. */
	ActivationGridPage open(Stopwatch stopwatch) {
		ActivationGridPage grid = ActivationGridPage.open(window, model);
		stopwatch.until("an answer", () -> isAnswered(grid));
		stopwatch.rest();
		return grid;
	}

	/** The grid of the editor that is seen, if it is that of a model. */
	ActivationGridPage grid() {
		IEditorPart editor = window.page().getActiveEditor();
		return editor instanceof ActivationEditor shown ? new ActivationGridPage(shown) : null;
	}

	/** Whether the layer and the network have answered, and the grid shows it. */
	static boolean isAnswered(ActivationGridPage grid) {
		var session = grid.session();
		session.trouble().or(session::answerTrouble).ifPresent(sentence -> {
			throw new AssertionError(sentence);
		});
		return !session.isReading() && !session.isAsking() && session.predictions().isPresent() && session.activation().isPresent()
				&& grid.canvas().state() != null && grid.canvas().state().activation() == session.activation().get();
	}
}
