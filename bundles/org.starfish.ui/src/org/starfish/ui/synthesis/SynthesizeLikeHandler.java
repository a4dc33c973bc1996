// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;

/** Opens the wizard with what has led to the selected picture, or with the selected recipe. */
public final class SynthesizeLikeHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IFile file = Adapters.adapt(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement(), IFile.class);
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		if (file != null && file.getLocation() != null) {
			new RecipeJob(window, file.getLocation().toPath(),
					(model, beginning) -> later(window,
							() -> SynthesisWizard.open(window.getActivePage(), model, beginning)),
					sentence -> later(window,
							() -> MessageDialog.openError(window.getShell(), Messages.SynthesizeLikeHandler_title, sentence)))
									.schedule();
		}
		return null;
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
