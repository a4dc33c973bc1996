// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.e4.ui.workbench.modeling.EPartService.PartState;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Selects the model that is selected elsewhere in the Model Explorer, which is opened if need be. */
public final class ShowInExplorerHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Optional<ModelLocation> model = ModelLocation
				.ofSelected(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement());
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		MPart part = window.getService(EPartService.class).showPart(ModelExplorer.ID, PartState.ACTIVATE);
		if (model.isPresent() && part.getObject() instanceof ModelExplorer explorer) {
			explorer.reveal(model.get());
		}
		return null;
	}
}
