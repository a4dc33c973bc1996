// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.handlers.HandlerUtil;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.model.UnitElement;
import org.starfish.ui.synthesis.wizard.Beginning;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;

/** Opens the wizard on the model, layer, channel or channels that are selected. */
public final class SynthesizeHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IStructuredSelection selection = HandlerUtil.getCurrentStructuredSelection(event);
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		List<UnitElement> units = Stream.of(selection.toArray()).map(each -> Adapters.adapt(each, UnitElement.class))
				.filter(Objects::nonNull).toList();
		LayerElement layer = Adapters.adapt(selection.getFirstElement(), LayerElement.class);
		if (!units.isEmpty()) {
			ModelLocation model = units.get(0).model();
			SynthesisWizard.open(page, model, Beginning.at(
					units.stream().filter(unit -> unit.model().equals(model)).map(UnitElement::address).toList()));
		} else if (layer != null) {
			SynthesisWizard.open(page, layer.model(), Beginning.at(layer.name()));
		} else {
			IFile file = Adapters.adapt(selection.getFirstElement(), IFile.class);
			Optional<ModelLocation> model = file == null ? Optional.empty() : ModelLocation.of(file);
			model.ifPresent(location -> SynthesisWizard.open(page, location, Beginning.NOWHERE));
		}
		return null;
	}
}
