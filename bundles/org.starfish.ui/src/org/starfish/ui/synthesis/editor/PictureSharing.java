// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.ui.activation.Pixels;

/** Lets a picture be copied, dragged out and saved, and others be dropped on it, which then open. */
final class PictureSharing {
	private final PictureCanvas canvas;
	private final Path file;

	/**
	 * @param file the picture, which may not be written yet
	 */
	PictureSharing(PictureCanvas canvas, Path file, Runnable saveAs) {
		this.canvas = canvas;
		this.file = file;
		var menu = new Menu(canvas);
		item(menu, Messages.PictureSharing_copy, this::copy);
		item(menu, Messages.PictureSharing_saveAs, saveAs);
		canvas.setMenu(menu);
		canvas.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.stateMask == SWT.MOD1 && event.keyCode == 'c') {
				copy();
			}
		}));
		drag();
	}

	private static void item(Menu menu, String text, Runnable action) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
	}

	private void copy() {
		if (canvas.picture() != null) {
			var clipboard = new Clipboard(canvas.getDisplay());
			clipboard.setContents(new Object[] { Pixels.data(canvas.picture()) },
					new Transfer[] { ImageTransfer.getInstance() });
			clipboard.dispose();
		}
	}

	/** As a file, with its recipe, if the whole picture is seen; else the mouse moves it. */
	private void drag() {
		var source = new DragSource(canvas, DND.DROP_COPY);
		source.setTransfer(FileTransfer.getInstance());
		source.addDragListener(new DragSourceAdapter() {
			@Override
			public void dragStart(DragSourceEvent event) {
				event.doit = canvas.zoom().factor() == 1 && Files.isRegularFile(file);
			}

			@Override
			public void dragSetData(DragSourceEvent event) {
				event.data = new String[] { file.toString() };
			}
		});
	}

	/** Opens what is dropped on a control, each with its own editor. */
	static void openDropped(Control control, IWorkbenchPage page) {
		var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(FileTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			@Override
			public void dragEnter(DropTargetEvent event) {
				event.detail = DND.DROP_COPY;
			}

			@Override
			public void drop(DropTargetEvent event) {
				if (event.data instanceof String[] files) {
					Stream.of(files).forEach(dropped -> open(page, dropped));
				}
			}
		});
	}

	private static void open(IWorkbenchPage page, String dropped) {
		IFileStore store = EFS.getLocalFileSystem().getStore(Path.of(dropped).toUri());
		try {
			IDE.openEditorOnFileStore(page, store);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
		}
	}
}
