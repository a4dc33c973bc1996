// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.starfish.core.activation.ActivationExport;

/**
 * Lets the user drag a tile out of a grid: as the unit within the workbench, elsewhere as a picture, or as the address
 * where only text is taken.
 */
final class TileDrag extends DragSourceAdapter {
	private final TileCanvas canvas;
	private final ISelectionProvider selection;

	private TileDrag(TileCanvas canvas, ISelectionProvider selection) {
		this.canvas = canvas;
		this.selection = selection;
	}

	/**
	 * Makes tiles of a grid something to be dragged.
	 *
	 * @param selection of the unit whose tile was pressed
	 */
	static void outOf(TileCanvas canvas, ISelectionProvider selection) {
		var source = new DragSource(canvas, DND.DROP_COPY);
		source.setTransfer(LocalSelectionTransfer.getTransfer(), ImageTransfer.getInstance(), TextTransfer.getInstance());
		source.addDragListener(new TileDrag(canvas, selection));
	}

	@Override
	public void dragStart(DragSourceEvent event) {
		GridState state = canvas.state();
		event.doit = state != null && canvas.bounds(state.selected()).contains(event.x, event.y);
		if (event.doit) {
			LocalSelectionTransfer.getTransfer().setSelection(selection.getSelection());
		}
	}

	@Override
	public void dragSetData(DragSourceEvent event) {
		ISelection dragged = LocalSelectionTransfer.getTransfer().getSelection();
		if (LocalSelectionTransfer.getTransfer().isSupportedType(event.dataType)) {
			event.data = dragged;
		} else if (ImageTransfer.getInstance().isSupportedType(event.dataType)) {
			GridState state = canvas.state();
			event.data = Pixels.data(ActivationExport.tile(state.activation(), state.selected(), state.look().coloring()));
		} else {
			event.data = dragged instanceof IStructuredSelection one ? one.getFirstElement().toString() : "";
		}
	}

	@Override
	public void dragFinished(DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
	}
}
