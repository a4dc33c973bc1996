// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.starfish.ui.activation.GridColors;

/** A list of images and folders of images, which can be dropped, pasted and chosen. */
final class ImageList {
	private final Runnable changed;
	private final ImageChooser chooser;
	private final Set<Path> paths = new LinkedHashSet<>();
	private final Composite control;
	private final Table table;
	private final Button remove;
	private final Label hint;

	/**
	 * @param empty what to say as long as there are none
	 * @param changed told when there are others
	 */
	ImageList(Composite parent, String title, String empty, int height, Runnable changed) {
		this.changed = changed;
		chooser = new ImageChooser(parent.getShell());
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(4, 4).numColumns(3).applyTo(control);
		var label = new Label(control, SWT.NONE);
		label.setText(title);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(label);
		var add = new Button(control, SWT.PUSH);
		add.setText(Messages.ImageList_add);
		createMenu(add);
		remove = new Button(control, SWT.PUSH);
		remove.setText(Messages.ImageList_remove);
		remove.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> remove()));
		table = new Table(control, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(SWT.DEFAULT, height).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> refresh()));
		table.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.DEL) {
				remove();
			} else if (event.keyCode == 'v' && (event.stateMask & SWT.MOD1) != 0) {
				paste();
			}
		}));
		hint = new Label(control, SWT.WRAP);
		hint.setText(empty);
		hint.setForeground(GridColors.muted(hint));
		GridDataFactory.fillDefaults().span(3, 1).hint(0, SWT.DEFAULT).applyTo(hint);
		ImageDrop.on(control, this::add);
		refresh();
	}

	Control control() {
		return control;
	}

	/** The files and folders in the list. */
	List<Path> paths() {
		return List.copyOf(paths);
	}

	/** A menu of the sources, which opens below its button. */
	private void createMenu(Button button) {
		var menu = new Menu(button);
		item(menu, Messages.ImageList_workspace, chooser::fromWorkspace);
		item(menu, Messages.ImageList_files, chooser::files);
		item(menu, Messages.ImageList_folder, chooser::folder);
		button.setMenu(menu);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			menu.setLocation(button.toDisplay(0, button.getSize().y));
			menu.setVisible(true);
		}));
	}

	private void item(Menu menu, String text, Supplier<List<Path>> source) {
		var item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, event -> add(source.get()));
	}

	private void paste() {
		var clipboard = new Clipboard(table.getDisplay());
		try {
			if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files) {
				add(Stream.of(files).map(Path::of).toList());
			}
		} finally {
			clipboard.dispose();
		}
	}

	private void add(Collection<Path> others) {
		if (!table.isDisposed() && paths.addAll(others)) {
			shown();
		}
	}

	private void remove() {
		List<Path> all = paths();
		IntStream.of(table.getSelectionIndices()).mapToObj(all::get).forEach(paths::remove);
		shown();
	}

	private void shown() {
		table.removeAll();
		for (Path path : paths) {
			var item = new TableItem(table, SWT.NONE);
			Path name = path.getFileName();
			item.setText(name == null ? path.toString() : name.toString());
		}
		refresh();
		changed.run();
	}

	private void refresh() {
		remove.setEnabled(table.getSelectionCount() > 0);
		hint.setVisible(paths.isEmpty());
	}
}
