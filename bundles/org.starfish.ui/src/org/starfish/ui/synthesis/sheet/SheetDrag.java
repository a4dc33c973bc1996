// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.starfish.ui.synthesis.sheet.SheetTile.Kind;

/** Lets the user drag a picture out of a sheet: as its file, or as what it shows where only text is taken. */
final class SheetDrag extends DragSourceAdapter {
	private final SheetCanvas canvas;

	private SheetDrag(SheetCanvas canvas) {
		this.canvas = canvas;
	}

	static void outOf(SheetCanvas canvas) {
		var source = new DragSource(canvas, DND.DROP_COPY);
		source.setTransfer(FileTransfer.getInstance(), TextTransfer.getInstance());
		source.addDragListener(new SheetDrag(canvas));
	}

	@Override
	public void dragStart(DragSourceEvent event) {
		event.doit = canvas.indexAt(event.x, event.y) >= 0
				&& canvas.selection().filter(tile -> tile.kind() == Kind.DRAWN).isPresent();
	}

	@Override
	public void dragSetData(DragSourceEvent event) {
		canvas.selection().ifPresent(tile -> event.data = FileTransfer.getInstance().isSupportedType(event.dataType)
				? new String[] { tile.picture().toString() }
				: tile.label());
	}
}
