// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;

/** Lets the user pick a layer of the selected model, and shows it in the editor. */
public final class VisualizeLayerHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		ModelLocation.ofSelected(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement())
				.ifPresent(model -> new LayerPicker(page.getWorkbenchWindow().getShell(), model,
						layer -> LayerEditor.open(page, layer)).open());
		return null;
	}
}
