// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.ui.activation.LayerDisplay;

/** Opens models, layers and channels in the editor of model files. */
public final class LayerEditor {
	private LayerEditor() {
	}

	/** Opens a model. */
	public static void open(IWorkbenchPage page, ModelLocation model) {
		open(page, model, display -> { });
	}

	/** Opens the model of a layer and shows the layer. */
	public static void open(IWorkbenchPage page, LayerElement layer) {
		open(page, layer.model(), display -> display.showLayer(layer.name()));
	}

	/** Opens the model of a channel and shows its layer with the channel selected. */
	public static void open(IWorkbenchPage page, UnitElement unit) {
		open(page, unit.model(), display -> display.showUnit(unit.address()));
	}

	/** The editor that is open on a model and shows layers. */
	static Optional<IEditorPart> find(IWorkbenchPage page, ModelLocation model) {
		return Optional.ofNullable(page.findEditor(model.editorInput()))
				.filter(editor -> Adapters.adapt(editor, LayerDisplay.class) != null);
	}

	private static void open(IWorkbenchPage page, ModelLocation model, Consumer<LayerDisplay> show) {
		try {
			IEditorPart editor = page.openEditor(model.editorInput(), LayerDisplay.EDITOR);
			LayerDisplay display = Adapters.adapt(editor, LayerDisplay.class);
			if (display != null) {
				show.accept(display);
			}
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
		}
	}
}
