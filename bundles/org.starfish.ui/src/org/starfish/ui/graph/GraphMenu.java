// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.core.ResultFile;
import org.starfish.core.jobs.WriteJob;

/** The context menu of a graph. */
final class GraphMenu {
	private final GraphCanvas canvas;

	GraphMenu(GraphCanvas canvas) {
		this.canvas = canvas;
		var menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(this::fill);
		canvas.setMenu(menu.createContextMenu(canvas));
		canvas.addDisposeListener(event -> menu.dispose());
	}

	private void fill(IMenuManager menu) {
		canvas.selection().ifPresent(node -> {
			if (node.isGroup()) {
				menu.add(action(canvas.isOpen(node) ? Messages.GraphMenu_close : Messages.GraphMenu_open,
						() -> canvas.toggle(node)));
			} else {
				menu.add(action(Messages.GraphMenu_show, () -> canvas.enter(node)));
			}
			menu.add(action(Messages.GraphMenu_copy, () -> copy(node.path())));
			menu.add(new Separator());
		});
		if (canvas.hasGroups()) {
			menu.add(enabled(action(Messages.GraphMenu_openAll, canvas::openAll), !canvas.isAllOpen()));
			menu.add(enabled(action(Messages.GraphMenu_closeAll, canvas::closeAll), canvas.hasOpenGroups()));
			menu.add(new Separator());
		}
		menu.add(action(Messages.GraphMenu_fit, canvas::fit));
		menu.add(action(Messages.GraphMenu_actualSize, canvas::showActualSize));
		menu.add(new Separator());
		menu.add(action(Messages.GraphMenu_save, () -> canvas.drawing().ifPresent(this::save)));
	}

	private void save(String drawing) {
		var dialog = new FileDialog(canvas.getShell(), SWT.SAVE);
		dialog.setText(Messages.GraphMenu_save.replace("&", ""));
		dialog.setOverwrite(true);
		dialog.setFilterExtensions(new String[] { "*.svg" });
		dialog.setFileName(Messages.GraphMenu_file);
		Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(path -> write(path, drawing));
	}

	/** Writes a file in a job; the user has agreed if it replaces another one. */
	private void write(Path path, String drawing) {
		new WriteJob(NLS.bind(Messages.GraphMenu_saving, path.getFileName()), canvas.owner(),
				() -> ResultFile.at(path, true).write(drawing.getBytes(StandardCharsets.UTF_8)), () -> { },
				sentence -> StatusManager.getManager().handle(Status.error(sentence), StatusManager.SHOW)).schedule();
	}

	private static IAction action(String text, Runnable work) {
		return new Action(text) {
			@Override
			public void run() {
				work.run();
			}
		};
	}

	private static IAction enabled(IAction action, boolean possible) {
		action.setEnabled(possible);
		return action;
	}

	private void copy(String address) {
		var clipboard = new Clipboard(canvas.getDisplay());
		clipboard.setContents(new Object[] { address }, new Transfer[] { TextTransfer.getInstance() });
		clipboard.dispose();
	}
}
