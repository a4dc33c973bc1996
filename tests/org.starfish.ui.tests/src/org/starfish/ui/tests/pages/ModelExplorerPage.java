// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** The Model Explorer. Its items are named by what stands first in them: file, layer, group, index. */
public final class ModelExplorerPage {
	/** Parts the name from what is told in gray. */
	private static final String GAP = "  ";

	private final Control view;

	ModelExplorerPage(Control view) {
		this.view = view;
	}

	/** The names of the models it lists. */
	public List<String> models() {
		return Ui.all(view, Tree.class, Tree::isVisible).stream().flatMap(tree -> Stream.of(tree.getItems()))
				.map(ModelExplorerPage::name).toList();
	}

	/** What it says in place of models; empty if it lists some. */
	public String message() {
		return Ui.all(view, Label.class, Label::isVisible).stream().map(Label::getText).findFirst().orElse("");
	}

	/** Expands an item, as a click on its triangle does. */
	public ModelExplorerPage expand(String... path) {
		open(item(path));
		return this;
	}

	/** Collapses an item. */
	public ModelExplorerPage collapse(String... path) {
		TreeItem item = item(path);
		tree().notifyListeners(SWT.Collapse, on(item));
		item.setExpanded(false);
		return this;
	}

	/** Whether an item is expanded. */
	public boolean isExpanded(String... path) {
		return item(path).getExpanded();
	}

	/** The names of the items that can be seen below an item. */
	public List<String> below(String... path) {
		return Stream.of(item(path).getItems()).map(ModelExplorerPage::name).toList();
	}

	/** Waits until the layers of a model are there. */
	public ModelExplorerPage untilLoaded(String model) {
		Ui.until(model + " to be loaded", () -> item(model).getItemCount() > 0
				&& item(model).getText().contains("\u00b7") && !below(model).get(0).startsWith("Loading"));
		return this;
	}

	/** Everything that the first column says about an item. */
	public String text(String... path) {
		return item(path).getText();
	}

	/** What a column says about an item, the first one being 0. */
	public String cell(int column, String... path) {
		return item(path).getText(column).strip();
	}

	/** The colour of an item's text. */
	public Color color(String... path) {
		return item(path).getForeground(0);
	}

	/** Selects an item, as a click on it does. */
	public ModelExplorerPage select(String... path) {
		TreeItem item = item(path);
		tree().setFocus();
		tree().setSelection(item);
		Ui.send(tree(), SWT.Selection, on(item));
		return this;
	}

	/** The name of the selected item; empty if none or several are. */
	public String selected() {
		TreeItem[] selected = tree().getSelection();
		return selected.length == 1 ? name(selected[0]) : "";
	}

	/** Opens an item, as the return key does. */
	public void open(String... path) {
		select(path);
		Ui.send(tree(), SWT.DefaultSelection, on(item(path)));
	}

	/** The context menu of an item. */
	public MenuPage contextMenu(String... path) {
		select(path);
		Ui.send(tree(), SWT.MenuDetect);
		return new MenuPage(tree().getMenu());
	}

	/** Types into the filter, and waits until it has filtered. */
	public ModelExplorerPage filter(String text) {
		Text field = filterField();
		field.setText(text);
		Ui.send(field, SWT.DefaultSelection);
		return this;
	}

	/** The field of the filter. */
	public Text filterField() {
		return Ui.find(view, Text.class);
	}

	/** The widget. */
	public Tree tree() {
		return Ui.find(view, Tree.class);
	}

	/** Whether an item is there, without waiting for it. */
	public boolean has(String... path) {
		return find(path) != null;
	}

	private TreeItem item(String... path) {
		Ui.until("the item " + List.of(path), () -> find(path) != null);
		return find(path);
	}

	/** Items on the way are expanded if need be. */
	private TreeItem find(String... path) {
		TreeItem[] items = tree().getItems();
		TreeItem found = null;
		for (int i = 0; i < path.length; i++) {
			String name = path[i];
			found = Stream.of(items).filter(item -> name(item).equals(name)).findFirst().orElse(null);
			if (found == null) {
				return null;
			}
			if (i < path.length - 1) {
				open(found);
				items = found.getItems();
			}
		}
		return found;
	}

	/** Handles no other events in between, since a user's click does not either: a model may be read meanwhile. */
	private void open(TreeItem item) {
		if (!item.getExpanded()) {
			tree().notifyListeners(SWT.Expand, on(item));
			item.setExpanded(true);
		}
	}

	private static String name(TreeItem item) {
		String text = item.getText();
		int gap = text.indexOf(GAP);
		return gap < 0 ? text : text.substring(0, gap);
	}

	private static Event on(TreeItem item) {
		var event = new Event();
		event.item = item;
		return event;
	}
}
