// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.model.UnitElement;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;

/** Opens the wizard on the model, layer or channel that is selected. */
public final class SynthesizeHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		UnitElement unit = Adapters.adapt(selection.getFirstElement(), UnitElement.class);
		LayerElement layer = Adapters.adapt(selection.getFirstElement(), LayerElement.class);
		if (unit != null) {
			SynthesisWizard.open(page, unit.model(), Optional.of(unit.address()));
		} else if (layer != null) {
			SynthesisWizard.open(page, layer.model(), Optional.of(new UnitAddress(layer.name(), "", Optional.empty())));
		} else {
			IFile file = Adapters.adapt(selection.getFirstElement(), IFile.class);
			Optional<ModelLocation> model = file == null ? Optional.empty() : ModelLocation.of(file);
			model.ifPresent(location -> SynthesisWizard.open(page, location, Optional.empty()));
		}
		return null;
	}
}
