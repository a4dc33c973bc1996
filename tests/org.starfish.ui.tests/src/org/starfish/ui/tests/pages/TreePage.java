// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** A tree whose items are named by the texts on the way to them. Items may appear while one waits for them. */
public final class TreePage {
	private final Tree tree;

	/**
	 * @param tree the widget
	 */
	public TreePage(Tree tree) {
		this.tree = tree;
	}

	/** The texts of the items below an item, or of the outermost ones if no path is given. */
	public List<String> items(String... path) {
		TreeItem[] items = path.length == 0 ? tree.getItems() : expand(item(path)).getItems();
		return Stream.of(items).map(TreeItem::getText).toList();
	}

	/** Whether an item is there, without waiting for it. */
	public boolean has(String... path) {
		return find(path) != null;
	}

	/** Selects an item, as a click on it does. */
	public TreePage select(String... path) {
		TreeItem item = item(path);
		tree.setFocus();
		tree.setSelection(item);
		tree.showItem(item);
		Ui.send(tree, SWT.Selection, on(item));
		return this;
	}

	/** Opens an item, as a double click on it does. */
	public void open(String... path) {
		select(path);
		Ui.send(tree, SWT.DefaultSelection, on(item(path)));
	}

	/** The context menu of an item. */
	public MenuPage contextMenu(String... path) {
		select(path);
		Ui.send(tree, SWT.MenuDetect);
		return new MenuPage(tree.getMenu());
	}

	/** The context menu of several items of the same folder. */
	public MenuPage contextMenuOf(List<String> folder, String... names) {
		TreeItem[] items = Stream.of(names).map(name -> item(
				Stream.concat(folder.stream(), Stream.of(name)).toArray(String[]::new))).toArray(TreeItem[]::new);
		tree.setFocus();
		tree.setSelection(items);
		Ui.send(tree, SWT.Selection, on(items[0]));
		Ui.send(tree, SWT.MenuDetect);
		return new MenuPage(tree.getMenu());
	}

	/** The widget. */
	public Tree widget() {
		return tree;
	}

	/** An item, which may take its time to appear. */
	public TreeItem item(String... path) {
		var found = new TreeItem[1];
		Ui.until("the item " + List.of(path), () -> {
			found[0] = find(path);
			return found[0] != null;
		});
		return found[0];
	}

	private TreeItem find(String... path) {
		TreeItem[] items = tree.getItems();
		TreeItem found = null;
		for (String text : path) {
			found = null;
			for (TreeItem item : items) {
				if (item.getText().equals(text)) {
					found = item;
					break;
				}
			}
			if (found == null) {
				return null;
			}
			if (text != path[path.length - 1]) {
				expand(found);
				if (found.isDisposed()) {
					return null;
				}
				items = found.getItems();
			}
		}
		return found;
	}

	/**
	 * Viewers fill an item when it opens. Handles no other events in between, since a user's click does not either: what is
	 * below may change meanwhile.
	 */
	private TreeItem expand(TreeItem item) {
		if (!item.getExpanded()) {
			tree.notifyListeners(SWT.Expand, on(item));
			item.setExpanded(true);
			Ui.settle();
		}
		return item;
	}

	private static Event on(TreeItem item) {
		var event = new Event();
		event.item = item;
		return event;
	}
}
