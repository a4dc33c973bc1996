// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The part of the synthesis wizard that picks the units that fire for images. */
public final class MixturePage {
	private static final int TENTHS = 10;

	private final DialogPage dialog;

	MixturePage(DialogPage dialog) {
		this.dialog = dialog;
	}

	/** Pastes files into the list of images. */
	public void pasteImages(Path... files) {
		paste(0, files);
	}

	/** Pastes files into the list of those to compare with. */
	public void pasteBackground(Path... files) {
		paste(1, files);
	}

	private void paste(int list, Path... files) {
		Table table = lists().get(list);
		var clipboard = new Clipboard(table.getDisplay());
		clipboard.setContents(new Object[] { Stream.of(files).map(Path::toString).toArray(String[]::new) },
				new Transfer[] { FileTransfer.getInstance() });
		Ui.key(table, SWT.MOD1, 'v');
		clipboard.dispose();
	}

	private List<Table> lists() {
		return Ui.all(dialog.shell(), Table.class, Table::isVisible);
	}

	/** Adds a file or folder of the workspace to the images. */
	public void addFromWorkspace(String... path) {
		Button add = Ui.find(dialog.shell(), Button.class, button -> button.isVisible() && button.getText().equals("Add..."));
		DialogPage.during("Choose Images", () -> new MenuPage(add.getMenu()).choose("From the Workspace..."), chooser -> {
			chooser.tree().select(path);
			chooser.press("OK");
		});
	}

	/** Takes an image out of the list. */
	public void removeImage(int index) {
		Table table = lists().get(0);
		table.setSelection(index);
		Ui.key(table, 0, SWT.DEL);
	}

	/** Waits until the units are ranked. */
	public void awaitRanking() {
		Ui.until("the ranking", () -> dialog.shows("ranked over"));
	}

	/** How many units of each layer there are to be. */
	public void top(int count) {
		spinner(0).setSelection(count);
		Ui.settle();
	}

	/** Restricts the ranking to layers. */
	public void chooseLayers(String... names) {
		DialogPage.during("Layers", () -> dialog.press("Layers..."), chooser -> {
			Table table = Ui.find(chooser.shell(), Table.class);
			for (var item : table.getItems()) {
				boolean wanted = List.of(names).contains(item.getText());
				if (item.getChecked() != wanted) {
					item.setChecked(wanted);
					var event = new Event();
					event.item = item;
					event.detail = SWT.CHECK;
					Ui.send(table, SWT.Selection, event);
				}
			}
			chooser.press("OK");
		});
	}

	/** The layers of the ranking. */
	public List<String> layers() {
		return Stream.of(tree().getItems()).map(TreeItem::getText).toList();
	}

	/** The channels of a layer, the best first. */
	public List<String> units(String layer) {
		return Stream.of(item(layer).getItems()).map(TreeItem::getText).toList();
	}

	/** The factor of a unit's weight. */
	public String weight(String layer, String unit) {
		return item(layer, unit).getText(2);
	}

	/** Takes all units of a layer in or out. */
	public void check(String layer, boolean checked) {
		TreeItem item = item(layer);
		item.setChecked(checked);
		var event = new Event();
		event.item = item;
		event.detail = SWT.CHECK;
		Ui.send(tree(), SWT.Selection, event);
	}

	/** Sets the factor of a unit's weight. */
	public void weigh(String layer, String unit, double factor) {
		tree().setSelection(item(layer, unit));
		Ui.send(tree(), SWT.Selection);
		spinner(1).setSelection((int) Math.round(factor * TENTHS));
		Ui.send(spinner(1), SWT.Selection);
	}

	private TreeItem item(String layer) {
		return Stream.of(tree().getItems()).filter(item -> item.getText().equals(layer)).findFirst().orElseThrow();
	}

	private TreeItem item(String layer, String unit) {
		return Stream.of(item(layer).getItems()).filter(item -> item.getText().equals(unit)).findFirst().orElseThrow();
	}

	private Tree tree() {
		return Ui.find(dialog.shell(), Tree.class, Tree::isVisible);
	}

	private Spinner spinner(int index) {
		return Ui.all(dialog.shell(), Spinner.class, Spinner::isVisible).get(index);
	}
}
