// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.sheet.SheetTile.Kind;

/** Shows the pictures of a sheet as tiles, on one canvas: only what is seen is read and drawn. One of them is selected. */
public final class SheetCanvas extends Canvas {
	private static final double STEP = Math.sqrt(2);
	private static final double LEAST_ZOOM = 0.5;
	private static final double MOST_ZOOM = 4;

	/** What the user can do with a picture. */
	interface Actions {
		/** Shows it in an editor of its own. */
		void open(SheetTile tile);

		/** Stops it, or takes it out if it waits. */
		void stop(SheetTile tile);
	}

	private final Actions actions;
	private final Thumbnails thumbnails;
	private final SheetPainter painter;
	private Optional<SheetContent> content = Optional.empty();
	private SheetLayout layout = new SheetLayout(0, 1, 1, 1);
	private double zoom = 1;
	private int selected;
	/** The upper edge of what is seen, in points from that of the sheet. */
	private int origin;

	SheetCanvas(Composite parent, Actions actions) {
		super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.actions = actions;
		thumbnails = new Thumbnails(this, this::redraw);
		painter = new SheetPainter(this, thumbnails);
		getVerticalBar().setVisible(false);
		addPaintListener(event -> paint(event.gc, new Rectangle(event.x, event.y, event.width, event.height)));
		addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
		getVerticalBar().addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> scrollTo(getVerticalBar().getSelection())));
		addMouseListener(MouseListener.mouseDownAdapter(this::pressed));
		addMouseListener(MouseListener.mouseDoubleClickAdapter(event -> {
			if (layout.indexAt(event.x, event.y + origin) >= 0) {
				selection().ifPresent(actions::open);
			}
		}));
		addMouseMoveListener(event -> point(layout.indexAt(event.x, event.y + origin)));
		addListener(SWT.MouseVerticalWheel, this::turned);
		addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
		addFocusListener(FocusListener.focusGainedAdapter(event -> redraw()));
		addFocusListener(FocusListener.focusLostAdapter(event -> redraw()));
		addTraverseListener(event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_PAGE_NEXT
				|| event.detail == SWT.TRAVERSE_PAGE_PREVIOUS);
		SheetAccess.to(this);
	}

	/** Shows a sheet, or how it stands now. */
	void show(SheetContent other) {
		Optional<SheetContent> former = content;
		Optional<Path> kept = selection().map(SheetTile::picture);
		content = Optional.of(other);
		showLiving(other);
		if (former.isPresent() && former.get().count() == other.count()) {
			redrawChanged(former.get(), other);
		} else {
			kept.ifPresent(this::select);
			selected = Math.clamp(selected, 0, Math.max(0, other.count() - 1));
			arrange();
		}
	}

	/** To scale a screen full of pictures anew takes longer than a step. */
	private void redrawChanged(SheetContent former, SheetContent now) {
		int running = now.running();
		for (int i = firstSeen(); i < layout.count() && bounds(i).y < getClientArea().height; i++) {
			if (i == running || former.sheet().entries().get(i) != now.sheet().entries().get(i)) {
				redraw(i);
			}
		}
	}

	private void redraw(Path picture) {
		for (int i = firstSeen(); i < layout.count() && bounds(i).y < getClientArea().height; i++) {
			if (tile(i).picture().equals(picture)) {
				redraw(i);
			}
		}
	}

	private void redraw(int index) {
		Rectangle place = bounds(index);
		redraw(place.x, place.y, place.width, place.height, false);
	}

	private int firstSeen() {
		return Math.max(0, (origin - SheetLayout.GAP) / layout.pitch()) * layout.columns();
	}

	private void select(Path picture) {
		for (int i = 0; i < count(); i++) {
			if (tile(i).picture().equals(picture)) {
				selected = i;
				return;
			}
		}
	}

	private void showLiving(SheetContent shown) {
		Optional<SynthesisRun> run = shown.running() < 0 ? Optional.empty() : shown.tile(shown.running()).run();
		run.flatMap(SynthesisRun::picture).ifPresent(picture -> thumbnails.show(run.get().request().path(), picture));
	}

	/** How many pictures there are. */
	public int count() {
		return content.map(SheetContent::count).orElse(0);
	}

	/** A picture, as it stands now. */
	SheetTile tile(int index) {
		return content.orElseThrow().tile(index);
	}

	/** What a picture is and how it stands, in words. */
	public String text(int index) {
		SheetTile tile = tile(index);
		return tile.caption().isEmpty() ? tile.label()
				: NLS.bind(tile.kind() == Kind.DRAWN ? Messages.SheetCanvas_reached : Messages.SheetCanvas_tile,
						tile.label(), tile.trouble().orElse(tile.caption()));
	}

	/** Whether the picture is there to be seen, as read from its file. */
	public boolean isRead(int index) {
		return thumbnails.image(tile(index).picture()).isPresent() && !thumbnails.isMissing(tile(index).picture());
	}

	/** Which picture is selected; without meaning if there are none. */
	public int selected() {
		return selected;
	}

	/** The selected picture. */
	Optional<SheetTile> selection() {
		return selected < count() ? Optional.of(tile(selected)) : Optional.empty();
	}

	/** The tile at a point of the canvas; -1 for none. */
	int indexAt(int x, int y) {
		return layout.indexAt(x, y + origin);
	}

	/** The part of the canvas that a tile takes, in points. */
	public Rectangle bounds(int index) {
		Rectangle tile = layout.tile(index);
		tile.y -= origin;
		return tile;
	}

	private void paint(GC gc, Rectangle part) {
		List<Path> missing = new ArrayList<>();
		int shown = 0;
		Rectangle area = getClientArea();
		gc.setBackground(getParent().getBackground());
		gc.fillRectangle(area);
		for (int i = firstSeen(); i < layout.count() && bounds(i).y < area.height; i++) {
			SheetTile tile = tile(i);
			shown++;
			if (tile.kind() == Kind.DRAWN && thumbnails.isMissing(tile.picture())) {
				missing.add(tile.picture());
			}
			Rectangle place = bounds(i);
			if (part.intersects(place.x - SheetLayout.GAP / 2, place.y - SheetLayout.GAP / 2,
					place.width + SheetLayout.GAP, place.height + SheetLayout.GAP)) {
				painter.paint(gc, tile, place, i == selected);
			}
		}
		thumbnails.want(missing, shown);
	}

	/** Lays the tiles out anew. */
	private void arrange() {
		Rectangle area = getClientArea();
		layout = SheetLayout.of(count(), painter.captionHeight(), area.width, area.height, zoom);
		ScrollBar bar = getVerticalBar();
		boolean scrolls = layout.height() > area.height;
		if (scrolls != bar.getVisible()) {
			// Changes the width, so that this is done once more.
			bar.setVisible(scrolls);
		}
		origin = Math.clamp(origin, 0, Math.max(0, layout.height() - area.height));
		bar.setValues(origin, 0, Math.max(1, layout.height()), Math.max(1, area.height), layout.pitch(),
				Math.max(layout.pitch(), area.height - layout.pitch()));
		redraw();
	}

	private void scrollTo(int y) {
		int clipped = Math.clamp(y, 0, Math.max(0, layout.height() - getClientArea().height));
		if (clipped != origin) {
			origin = clipped;
			getVerticalBar().setSelection(origin);
			redraw();
		}
	}

	private void select(int index) {
		if (count() > 0) {
			selected = Math.clamp(index, 0, count() - 1);
			Rectangle tile = layout.tile(selected);
			int height = getClientArea().height;
			if (tile.y - SheetLayout.GAP < origin) {
				scrollTo(tile.y - SheetLayout.GAP);
			} else if (tile.y + tile.height + SheetLayout.GAP > origin + height) {
				scrollTo(tile.y + tile.height + SheetLayout.GAP - height);
			}
			redraw();
			SheetAccess.selectionChanged(this);
		}
	}

	private void point(int index) {
		String text = index < 0 ? null : text(index);
		if (text == null ? getToolTipText() != null : !text.equals(getToolTipText())) {
			setToolTipText(text);
		}
	}

	private void pressed(MouseEvent event) {
		setFocus();
		int index = layout.indexAt(event.x, event.y + origin);
		if (index >= 0) {
			select(index);
		}
	}

	private void turned(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0 && event.count != 0) {
			event.doit = false;
			zoom(event.count > 0 ? zoom * STEP : zoom / STEP);
		}
	}

	private void zoom(double other) {
		zoom = Math.clamp(other, LEAST_ZOOM, MOST_ZOOM);
		arrange();
		select(selected);
	}

	private void pressed(KeyEvent event) {
		if (count() == 0 || (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) != 0) {
			return;
		}
		int page = Math.max(1, getClientArea().height / layout.pitch()) * layout.columns();
		switch (event.keyCode) {
		case SWT.ARROW_LEFT -> select(selected - 1);
		case SWT.ARROW_RIGHT -> select(selected + 1);
		case SWT.ARROW_UP -> move(-layout.columns());
		case SWT.ARROW_DOWN -> move(layout.columns());
		case SWT.HOME -> select(0);
		case SWT.END -> select(count() - 1);
		case SWT.PAGE_UP -> select(selected - page);
		case SWT.PAGE_DOWN -> select(selected + page);
		case SWT.CR, SWT.KEYPAD_CR -> selection().ifPresent(actions::open);
		case SWT.DEL -> selection().ifPresent(actions::stop);
		case SWT.KEYPAD_ADD -> zoom(zoom * STEP);
		case SWT.KEYPAD_SUBTRACT -> zoom(zoom / STEP);
		case SWT.KEYPAD_0 -> zoom(1);
		default -> typed(event.character);
		}
	}

	private void typed(char character) {
		switch (character) {
		case '+', '=' -> zoom(zoom * STEP);
		case '-' -> zoom(zoom / STEP);
		case '0' -> zoom(1);
		default -> {
			// Others are for the workbench.
		}
		}
	}

	/** Up and down stay in their column; below the last full row is the last one. */
	private void move(int by) {
		int to = selected + by;
		if (to >= 0 && (to < count() || selected / layout.columns() < (count() - 1) / layout.columns())) {
			select(to);
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
	}
}
