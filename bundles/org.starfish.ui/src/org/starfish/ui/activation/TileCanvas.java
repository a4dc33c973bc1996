// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.MouseTrackListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.starfish.ui.activation.GridState.Move;

/**
 * Shows the channels of a layer as tiles, on one canvas: only what is seen is drawn, in the device's own resolution.
 * Mouse and keyboard select, zoom and scroll; the selected channel has a frame.
 */
public final class TileCanvas extends Canvas {
	/** How much a step of the zoom is. */
	private static final double STEP = Math.sqrt(2);
	private static final double LEAST_ZOOM = 0.25;
	private static final double MOST_ZOOM = 16;
	private static final int LABEL_INDENT = 6;

	private final List<TileListener> listeners = new CopyOnWriteArrayList<>();
	private LongConsumer stopwatch = nanoseconds -> {
	};
	private GridState state;
	private TileLayout layout;
	private TileBands bands;
	private RGB background;
	private double zoom = 1;
	/** The upper edge of what is seen, in points from that of the grid. */
	private int origin;
	private int pointed = -1;

	/**
	 * @param parent to hold it
	 */
	public TileCanvas(Composite parent) {
		super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		getVerticalBar().setVisible(false);
		addPaintListener(event -> {
			long start = System.nanoTime();
			paint(event.gc);
			stopwatch.accept(System.nanoTime() - start);
		});
		addControlListener(ControlListener.controlResizedAdapter(event -> arrange()));
		getVerticalBar().addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> scrollTo(getVerticalBar().getSelection(), true)));
		addMouseListener(MouseListener.mouseDownAdapter(this::pressed));
		addMouseMoveListener(event -> point(channelAt(event.x, event.y)));
		addMouseTrackListener(MouseTrackListener.mouseExitAdapter(event -> point(-1)));
		addListener(SWT.MouseVerticalWheel, this::turned);
		addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
		addFocusListener(FocusListener.focusGainedAdapter(event -> redraw()));
		addFocusListener(FocusListener.focusLostAdapter(event -> redraw()));
		addTraverseListener(event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS || event.detail == SWT.TRAVERSE_PAGE_NEXT
				|| event.detail == SWT.TRAVERSE_PAGE_PREVIOUS);
		addDisposeListener(event -> forget());
		TileAccess.to(this);
	}

	/** Adds someone to be told what the user does. */
	public void addTileListener(TileListener listener) {
		listeners.add(listener);
	}

	/** Tells how long, in nanoseconds, each painting takes from now on. */
	public void setStopwatch(LongConsumer stopwatch) {
		this.stopwatch = stopwatch;
	}

	/**
	 * Shows channels. The grid keeps its place as long as it is one of the same layer.
	 *
	 * @param other null to show nothing
	 */
	public void show(GridState other) {
		GridState former = state;
		state = other;
		if (other == null || former == null || !former.activation().layer().equals(other.activation().layer())) {
			origin = 0;
		}
		if (former != null && other != null && isSelectionOnly(former, other)) {
			redraw();
		} else {
			pointed = -1;
			setToolTipText(null);
			arrange();
		}
		if (other != null && (former == null || former.selected() != other.selected()
				|| former.place(former.selected()) != other.place(other.selected()))) {
			reveal();
			TileAccess.selectionChanged(this);
		}
	}

	private static boolean isSelectionOnly(GridState former, GridState other) {
		return former.activation() == other.activation() && former.look().equals(other.look())
				&& former.reference() == other.reference();
	}

	/** What is shown; null for nothing. */
	public GridState state() {
		return state;
	}

	/** Where the tiles lie; null if nothing is shown. */
	public TileLayout tiles() {
		return layout;
	}

	/** How large tiles are; 1 for the usual size. */
	public double zoom() {
		return zoom;
	}

	/** Makes tiles larger or smaller; the selected one keeps its place on the screen, if it is seen. */
	public void zoom(double other) {
		int place = state == null ? -1 : state.place(state.selected());
		if (place >= 0) {
			Rectangle tile = layout.tile(place);
			int y = tile.y - origin + tile.height / 2;
			zoom(other, place, y >= 0 && y < getClientArea().height ? y : getClientArea().height / 2);
		} else {
			zoom(other, -1, 0);
		}
	}

	/** The tile at a place keeps its centre at a height of the canvas. */
	private void zoom(double other, int place, int y) {
		double clipped = Math.clamp(other, LEAST_ZOOM, MOST_ZOOM);
		if (clipped == zoom) {
			return;
		}
		zoom = clipped;
		arrange();
		if (place >= 0 && layout != null) {
			Rectangle tile = layout.tile(place);
			scrollTo(tile.y + tile.height / 2 - y, false);
		}
		listeners.forEach(listener -> listener.zoomed(zoom));
	}

	/** The upper edge of what is seen, in points from that of the grid. */
	public int origin() {
		return origin;
	}

	/** Scrolls; nobody is told. */
	public void scrollTo(int y) {
		scrollTo(y, false);
	}

	private void scrollTo(int y, boolean tell) {
		int most = layout == null ? 0 : Math.max(0, layout.height() - getClientArea().height);
		int clipped = Math.clamp(y, 0, most);
		if (clipped != origin) {
			origin = clipped;
			getVerticalBar().setSelection(origin);
			redraw();
			if (tell) {
				listeners.forEach(listener -> listener.scrolled(origin));
			}
		}
	}

	/** Scrolls so far that the selected channel is seen. */
	private void reveal() {
		int place = state.place(state.selected());
		if (place < 0 || layout == null) {
			return;
		}
		Rectangle tile = layout.tile(place);
		int height = getClientArea().height;
		int top = tile.y - layout.gap();
		int bottom = tile.y + tile.height + layout.gap();
		if (top < origin || tile.height > height) {
			scrollTo(top, true);
		} else if (bottom > origin + height) {
			scrollTo(bottom - height, true);
		}
	}

	/** The part of the canvas that a channel's tile takes, in points; empty if it is left out. */
	public Rectangle bounds(int channel) {
		int place = state == null || layout == null ? -1 : state.place(channel);
		if (place < 0) {
			return new Rectangle(0, 0, 0, 0);
		}
		Rectangle tile = layout.tile(place);
		tile.y -= origin;
		return tile;
	}

	private int channelAt(int x, int y) {
		int place = layout == null ? -1 : layout.placeAt(x, y + origin);
		return place < 0 ? -1 : state.channel(place);
	}

	/** Lays the tiles out anew. */
	private void arrange() {
		forget();
		Rectangle area = getClientArea();
		if (state == null || area.width <= 0 || area.height <= 0) {
			layout = null;
			getVerticalBar().setVisible(false);
			redraw();
			return;
		}
		layout = TileLayout.of(state.count(), state.activation().width(), state.activation().height(), isLabelled(),
				area.width, area.height, zoom, DeviceScale.of(this));
		ScrollBar bar = getVerticalBar();
		boolean scrolls = layout.height() > area.height;
		if (scrolls != bar.getVisible()) {
			// Changes the width, so that this is done once more.
			bar.setVisible(scrolls);
		}
		origin = Math.clamp(origin, 0, Math.max(0, layout.height() - area.height));
		bar.setValues(origin, 0, Math.max(1, layout.height()), Math.max(1, area.height), layout.pitchY(),
				Math.max(layout.pitchY(), area.height - layout.pitchY()));
		redraw();
	}

	private boolean isLabelled() {
		return state.activation().label(0).isPresent();
	}

	private void forget() {
		if (bands != null) {
			bands.dispose();
			bands = null;
		}
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setBackground(getParent().getBackground());
		gc.fillRectangle(area);
		if (layout == null) {
			return;
		}
		if (bands == null || !getParent().getBackground().getRGB().equals(background)) {
			forget();
			background = getParent().getBackground().getRGB();
			bands = new TileBands(getDisplay(), state, layout, area.width, area.height,
					background.red << 16 | background.green << 8 | background.blue);
		}
		int first = Math.max(0, (origin - layout.gap()) / bands.height());
		for (int band = first; band < bands.count() && bands.top(band) - origin < area.height; band++) {
			gc.drawImage(bands.image(band), 0, bands.top(band) - origin);
		}
		if (layout.labelWidth() > 0) {
			paintLabels(gc, area.height);
		}
		if (pointed >= 0) {
			paintFrame(gc, pointed, getParent().getForeground(), 1);
		}
		paintFrame(gc, state.selected(), GridColors.SELECTION, isFocusControl() ? 3 : 2);
	}

	private void paintLabels(GC gc, int height) {
		gc.setForeground(getParent().getForeground());
		int textHeight = gc.getFontMetrics().getHeight();
		int width = layout.labelWidth() - LABEL_INDENT;
		int first = Math.max(0, origin / layout.pitchY()) * layout.columns();
		for (int place = first; place < layout.count(); place++) {
			Rectangle tile = layout.tile(place);
			int y = tile.y - origin + (tile.height - textHeight) / 2;
			if (y > height) {
				return;
			}
			String label = ShortText.label(state.activation().label(state.channel(place)).orElse(""));
			gc.drawText(ShortText.fitting(gc, label, width), tile.x + tile.width + LABEL_INDENT, y, true);
		}
	}

	/** Draws around a tile, so that nothing of it is hidden. */
	private void paintFrame(GC gc, int channel, Color color, int thickness) {
		Rectangle tile = bounds(channel);
		if (tile.width == 0) {
			return;
		}
		gc.setForeground(color);
		gc.setLineWidth(thickness);
		int half = thickness / 2;
		gc.drawRectangle(tile.x - half - 1, tile.y - half - 1, tile.width + 2 * half + 1, tile.height + 2 * half + 1);
		gc.setLineWidth(1);
	}

	private void point(int channel) {
		if (channel != pointed) {
			pointed = channel;
			setToolTipText(channel < 0 ? null : ChannelText.line(state.activation(), channel));
			redraw();
			listeners.forEach(listener -> listener.pointed(channel));
		}
	}

	private void pressed(MouseEvent event) {
		setFocus();
		int channel = channelAt(event.x, event.y);
		if (channel >= 0) {
			select(channel);
		}
	}

	private void select(int channel) {
		if (channel != state.selected()) {
			listeners.forEach(listener -> listener.selected(channel));
		}
	}

	/** Zooms with Ctrl, under the mouse; without it the platform scrolls. */
	private void turned(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0 && layout != null && event.count != 0) {
			event.doit = false;
			int place = layout.placeAt(event.x, event.y + origin);
			zoom(event.count > 0 ? zoom * STEP : zoom / STEP, place, event.y);
		}
	}

	private void pressed(KeyEvent event) {
		if (state == null || layout == null || (event.stateMask & SWT.MOD3) != 0) {
			return;
		}
		boolean command = (event.stateMask & SWT.MOD1) != 0;
		switch (event.keyCode) {
		case SWT.ARROW_LEFT -> move(Move.LEFT);
		case SWT.ARROW_RIGHT -> move(Move.RIGHT);
		case SWT.ARROW_UP -> move(Move.UP);
		case SWT.ARROW_DOWN -> move(Move.DOWN);
		case SWT.HOME -> move(Move.FIRST);
		case SWT.END -> move(Move.LAST);
		case SWT.PAGE_UP -> move(command ? null : Move.PAGE_UP);
		case SWT.PAGE_DOWN -> move(command ? null : Move.PAGE_DOWN);
		case SWT.KEYPAD_ADD -> zoom(zoom * STEP);
		case SWT.KEYPAD_SUBTRACT -> zoom(zoom / STEP);
		case SWT.KEYPAD_0 -> zoom(1);
		default -> {
			switch (event.character) {
			case '+', '=' -> zoom(zoom * STEP);
			case '-' -> zoom(zoom / STEP);
			case '0' -> zoom(1);
			default -> {
				// Others are for the page.
			}
			}
		}
		}
	}

	/** Ctrl and a page key turn the pages of the editor. */
	private void move(Move move) {
		if (move != null) {
			select(state.moved(move, layout.columns(), getClientArea().height / layout.pitchY()));
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, heightHint == SWT.DEFAULT ? 200 : heightHint);
	}
}
