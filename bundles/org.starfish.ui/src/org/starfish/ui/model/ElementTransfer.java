// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/**
 * Carries models, layers and channels elsewhere. Within the workbench they are a {@link LocalSelectionTransfer}; as a
 * text they are written {@code file#layer:channel}, one a line.
 */
public final class ElementTransfer extends DragSourceAdapter {
	private final Supplier<IStructuredSelection> selection;

	private ElementTransfer(Supplier<IStructuredSelection> selection) {
		this.selection = selection;
	}

	/**
	 * Lets the user drag elements out of a control.
	 *
	 * @param selection what would be dragged
	 */
	public static void addDragSource(Control control, Supplier<IStructuredSelection> selection) {
		var source = new DragSource(control, DND.DROP_COPY | DND.DROP_LINK);
		source.setTransfer(LocalSelectionTransfer.getTransfer(), TextTransfer.getInstance());
		source.addDragListener(new ElementTransfer(selection));
	}

	/** Copies the addresses of layers and channels, and the paths of models, to the clipboard. */
	public static void copy(Display display, IStructuredSelection elements) {
		String text = Arrays.stream(elements.toArray()).map(Object::toString).collect(Collectors.joining("\n"));
		var clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}

	@Override
	public void dragStart(DragSourceEvent event) {
		IStructuredSelection dragged = selection.get();
		event.doit = !dragged.isEmpty();
		LocalSelectionTransfer.getTransfer().setSelection(dragged);
		LocalSelectionTransfer.getTransfer().setSelectionSetTime(event.time & 0xFFFFFFFFL);
	}

	@Override
	public void dragSetData(DragSourceEvent event) {
		if (TextTransfer.getInstance().isSupportedType(event.dataType)) {
			event.data = Arrays.stream(selection.get().toArray()).map(ElementTransfer::text)
					.collect(Collectors.joining("\n"));
		} else {
			event.data = selection.get();
		}
	}

	@Override
	public void dragFinished(DragSourceEvent event) {
		LocalSelectionTransfer.getTransfer().setSelection(null);
	}

	private static String text(Object element) {
		return ModelLocation.ofSelected(element).filter(model -> !(element instanceof ModelElement))
				.map(model -> model.path() + "#" + element).orElseGet(element::toString);
	}
}
