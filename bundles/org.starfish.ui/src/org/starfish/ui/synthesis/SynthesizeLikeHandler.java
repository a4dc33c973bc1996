// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.wizard.Beginning;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;

/** Opens the wizard with what has led to the selected picture, or with the selected recipe. */
public final class SynthesizeLikeHandler extends AbstractHandler {
	/** What the wizard is opened with. */
	private record Found(ModelLocation model, Beginning beginning) {
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IFile file = Adapters.adapt(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement(), IFile.class);
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		if (file != null && file.getLocation() != null) {
			Path path = file.getLocation().toPath();
			new Finding<>(NLS.bind(Messages.SynthesizeLikeHandler_reading, path.getFileName()), window,
					progress -> find(path),
					found -> later(window,
							() -> SynthesisWizard.open(window.getActivePage(), found.model(), found.beginning())),
					sentence -> later(window,
							() -> MessageDialog.openError(window.getShell(), Messages.SynthesizeLikeHandler_title, sentence)))
									.schedule();
		}
		return null;
	}

	/** Reads a recipe, and finds its model and the image that it starts from. */
	private static Found find(Path file) throws StarfishException {
		Recipe recipe = RecipeFile.read(file);
		var references = new RecipeReferences(recipe, file);
		return new Found(ModelLocation.of(references.model().path()), Beginning.like(recipe, references.startFile()));
	}

	/** On the thread of the user interface, unless the window is closed by then. */
	private static void later(IWorkbenchWindow window, Runnable work) {
		window.getWorkbench().getDisplay().asyncExec(() -> {
			if (window.getShell() != null && !window.getShell().isDisposed()) {
				work.run();
			}
		});
	}
}
