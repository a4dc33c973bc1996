// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** One grid of tiles, or up to three that are compared: what was pinned (A), what is shown now (B), and A minus B. */
final class GridArea {
	/** What of a comparison is seen. */
	enum Side {
		A, B, DIFFERENCE, ALL
	}

	/** A grid with a line above that says what it is. */
	private final class Column {
		private final Side side;
		private final Composite host;
		private final Label title;
		private final Label none;
		private final TileCanvas canvas;

		Column(Side side, TileListener listener) {
			this.side = side;
			host = new Composite(columns, SWT.NONE);
			GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(host);
			GridDataFactory.fillDefaults().grab(true, true).applyTo(host);
			title = new Label(host, SWT.NONE);
			GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).hint(20, SWT.DEFAULT).applyTo(title);
			none = new Label(host, SWT.WRAP);
			none.setText(Messages.GridArea_none);
			none.setForeground(GridColors.muted(none));
			GridDataFactory.fillDefaults().grab(true, false).indent(4, 8).hint(20, SWT.DEFAULT).applyTo(none);
			canvas = new TileCanvas(host);
			GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
			canvas.addTileListener(listener);
			canvas.addTileListener(new Together(this));
			show(Optional.empty(), "", false);
		}

		void show(Optional<GridState> state, String name, boolean comparing) {
			title.setText(name);
			include(title, comparing);
			include(none, state.isEmpty() && comparing);
			include(canvas, state.isPresent() || !comparing);
			canvas.show(state.orElse(null));
			host.layout();
		}
	}

	/** What is done in one grid is done in all of them. */
	private final class Together implements TileListener {
		private final Column column;

		Together(Column column) {
			this.column = column;
		}

		private Stream<Column> others() {
			return all().filter(other -> other != column && other.canvas.state() != null);
		}

		@Override
		public void selected(int channel) {
			// Comes back as another state.
		}

		@Override
		public void zoomed(double zoom) {
			others().forEach(other -> other.canvas.zoom(zoom));
		}

		@Override
		public void scrolled(int y) {
			others().forEach(other -> other.canvas.scrollTo(y));
		}
	}

	private final Composite area;
	private final Composite bar;
	private final ToolBar sides;
	private final Composite columns;
	private final Column a;
	private final Column b;
	private final Column difference;
	private Side shown = Side.ALL;
	private boolean comparing;

	/**
	 * @param listener told what the user does in the grid of what is shown now, and in the difference
	 * @param pinned told what the user does in the grid of what was pinned
	 * @param unpin ends a comparison
	 */
	GridArea(Composite parent, TileListener listener, TileListener pinned, Runnable unpin) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(area);
		bar = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(4, 2).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		sides = FlatBar.in(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(sides);
		side(Side.ALL, Messages.GridArea_all, Messages.GridArea_allHint);
		side(Side.A, Messages.GridArea_a, Messages.GridArea_aHint);
		side(Side.B, Messages.GridArea_b, Messages.GridArea_bHint);
		side(Side.DIFFERENCE, Messages.GridArea_difference, Messages.GridArea_differenceHint);
		FlatBar.item(bar, Messages.GridArea_unpinHint, unpin).setText(Messages.GridArea_unpin);
		columns = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(columns);
		a = new Column(Side.A, pinned);
		b = new Column(Side.B, listener);
		difference = new Column(Side.DIFFERENCE, listener);
		arrange();
	}

	private void side(Side side, String text, String hint) {
		ToolItem item = new ToolItem(sides, SWT.RADIO);
		item.setText(text);
		item.setToolTipText(hint);
		item.setSelection(side == shown);
		item.setData(side);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (item.getSelection()) {
				see(side);
			}
		}));
	}

	private Stream<Column> all() {
		return List.of(a, b, difference).stream();
	}

	Composite control() {
		return area;
	}

	/** The grid of what is shown now. */
	TileCanvas canvas() {
		return b.canvas;
	}

	/** All grids, seen or not. */
	List<TileCanvas> canvases() {
		return all().map(column -> column.canvas).toList();
	}

	/** The grid that has the keyboard, or should have it. */
	void setFocus() {
		(isSeen(b) ? b : isSeen(a) ? a : difference).canvas.setFocus();
	}

	/** Shows one grid. */
	void show(GridState state) {
		comparing = false;
		a.show(Optional.empty(), "", false);
		difference.show(Optional.empty(), "", false);
		b.show(Optional.ofNullable(state), "", false);
		arrange();
	}

	/** Shows grids that are compared. */
	void compare(ComparedStates states) {
		comparing = true;
		a.show(Optional.of(states.a()), states.nameOfA(), true);
		b.show(Optional.of(states.b()), states.nameOfB(), true);
		difference.show(states.difference(), Messages.GridArea_differenceTitle, true);
		arrange();
	}

	/** Shows another side of a comparison. */
	void see(Side side) {
		shown = side;
		for (ToolItem item : sides.getItems()) {
			item.setSelection(item.getData() == side);
		}
		arrange();
		setFocus();
	}

	private boolean isSeen(Column column) {
		return comparing ? shown == Side.ALL || shown == column.side : column == b;
	}

	private void arrange() {
		boolean changed = include(bar, comparing);
		int seen = 0;
		for (Column column : List.of(a, b, difference)) {
			changed |= include(column.host, isSeen(column));
			seen += isSeen(column) ? 1 : 0;
		}
		if (changed) {
			GridLayoutFactory.fillDefaults().numColumns(seen).equalWidth(true).spacing(4, 0).applyTo(columns);
			area.layout(true, true);
		}
	}

	private static boolean include(Control control, boolean included) {
		var data = (GridData) control.getLayoutData();
		boolean changed = data.exclude == included;
		data.exclude = !included;
		control.setVisible(included);
		return changed;
	}
}
