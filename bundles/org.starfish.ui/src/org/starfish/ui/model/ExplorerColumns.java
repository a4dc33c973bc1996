// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;

import org.eclipse.jface.viewers.CellLabelProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/**
 * The columns of the Model Explorer. The first takes the room that the others leave. Which ones are shown and how wide
 * they are is remembered.
 */
final class ExplorerColumns {
	private static final String KEY = "column.";
	/** The width of a column that is hidden is remembered as a negative number. */
	/** Keeps numbers clear of a scroll bar that lies over them. */
	private static final String MARGIN = "\u2002";
	private static final int LEAST = 24;
	private static final int LEAST_NAME = 140;

	private final Map<String, String> memory;
	private final Tree tree;
	private final TreeColumn first;
	private final Map<ExplorerColumn, TreeColumn> columns = new EnumMap<>(ExplorerColumn.class);
	private boolean fitting;

	/**
	 * @param names what the first column shows
	 * @param memory where widths are kept
	 */
	ExplorerColumns(TreeViewer viewer, CellLabelProvider names, Map<String, String> memory) {
		this.memory = memory;
		tree = viewer.getTree();
		var name = new TreeViewerColumn(viewer, SWT.LEFT);
		name.setLabelProvider(names);
		first = name.getColumn();
		first.setText(Messages.ExplorerColumns_layer);
		for (ExplorerColumn column : ExplorerColumn.values()) {
			var numbers = new TreeViewerColumn(viewer, SWT.RIGHT);
			numbers.setLabelProvider(ColumnLabelProvider.createTextProvider(node -> padded(column.text((ExplorerNode) node))));
			numbers.getColumn().setText(column.title());
			numbers.getColumn().setToolTipText(column.title());
			numbers.getColumn().addListener(SWT.Resize, event -> remember(column));
			columns.put(column, numbers.getColumn());
		}
		tree.addListener(SWT.Resize, this::fit);
		fit();
	}

	private static String padded(String text) {
		return text.isEmpty() ? text : text + MARGIN;
	}

	/** Whether a column can be seen. */
	boolean isShown(ExplorerColumn column) {
		return remembered(column) > 0;
	}

	/** Has somebody told when the first column has another width. */
	void addWidthListener(IntConsumer listener) {
		first.addListener(SWT.Resize, event -> listener.accept(first.getWidth()));
	}

	/** Shows or hides a column. */
	void show(ExplorerColumn column, boolean shown) {
		int width = Math.abs(remembered(column));
		memory.put(KEY + column, Integer.toString(shown ? width : -width));
		fit();
	}

	private int remembered(ExplorerColumn column) {
		int usual = column.isShownFirst() ? column.width() : -column.width();
		try {
			String text = memory.get(KEY + column);
			return text == null ? usual : Integer.parseInt(text);
		} catch (NumberFormatException e) {
			// Written by somebody else.
			return usual;
		}
	}

	private void remember(ExplorerColumn column) {
		int width = columns.get(column).getWidth();
		if (!fitting && width >= LEAST && isShown(column)) {
			memory.put(KEY + column, Integer.toString(width));
			fit();
		}
	}

	private void fit(Event event) {
		fit();
	}

	private void fit() {
		if (fitting) {
			return;
		}
		fitting = true;
		try {
			int room = tree.getClientArea().width;
			boolean any = false;
			for (ExplorerColumn column : ExplorerColumn.values()) {
				boolean shown = isShown(column);
				int width = shown ? remembered(column) : 0;
				columns.get(column).setResizable(shown);
				columns.get(column).setWidth(width);
				room -= width;
				any |= shown && column != ExplorerColumn.OUTPUT;
			}
			first.setWidth(Math.max(room, LEAST_NAME));
			// Shapes alone explain themselves.
			tree.setHeaderVisible(any);
		} finally {
			fitting = false;
		}
	}
}
