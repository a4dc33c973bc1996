// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.MouseTrackListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.activation.Bounds;
import org.starfish.core.activation.Coloring;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.TilePainter;
import org.starfish.core.network.UnitAddress.Position;

/** Shows one channel as large as there is room, each value a block. Tells which position is pointed to or chosen. */
final class MapView extends DrawnView {

	private static final int GAP = 8;
	/** The width of the colour scale, and the room for its numbers. */
	private static final int SCALE = 10;
	private static final int LEGEND = 48;

	private final Consumer<Optional<Position>> pointing;
	private final Consumer<Optional<Position>> choosing;
	private LayerActivation activation;
	private Coloring coloring;
	private int channel;
	private boolean scale = true;
	private Image image;
	private Optional<Position> pointed = Optional.empty();
	private Optional<Position> chosen = Optional.empty();

	/**
	 * @param pointing told which position the mouse points to
	 * @param choosing told which position was chosen; none when the choice was taken back
	 */
	MapView(Composite parent, Consumer<Optional<Position>> pointing, Consumer<Optional<Position>> choosing) {
		super(parent, SWT.NONE);
		this.pointing = pointing;
		this.choosing = choosing;
		addListener(SWT.Resize, event -> forget());
		addDisposeListener(event -> forget());
		addMouseMoveListener(event -> point(positionAt(event.x, event.y)));
		addMouseTrackListener(MouseTrackListener.mouseExitAdapter(event -> point(Optional.empty())));
		addMouseListener(MouseListener.mouseDownAdapter(event -> {
			setFocus();
			Optional<Position> position = positionAt(event.x, event.y);
			position.ifPresent(found -> choosing.accept(position.equals(chosen) ? Optional.empty() : position));
		}));
		addKeyListener(KeyListener.keyPressedAdapter(event -> pressed(event.keyCode)));
		addTraverseListener(event -> event.doit = true);
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
	}

	@Override
	protected String describe() {
		return activation == null ? Messages.MapView_empty
				: chosen.map(this::text).orElseGet(() -> ChannelText.line(activation, channel));
	}

	/** Whether the colour scale is shown beside the map. */
	void setScale(boolean shown) {
		scale = shown;
		forget();
		redraw();
	}

	/**
	 * Shows a channel.
	 *
	 * @param answer null to show nothing
	 * @param position that was chosen of it
	 */
	void show(LayerActivation answer, int index, Coloring colors, Optional<Position> position) {
		if (answer != activation || index != channel || !Objects.equals(colors, coloring)) {
			forget();
			activation = answer;
			channel = index;
			coloring = colors;
			pointed = Optional.empty();
			setToolTipText(null);
		}
		chosen = position;
		redraw();
	}

	private void pressed(int key) {
		if (activation == null || !activation.isSpatial()) {
			return;
		}
		if (key == SWT.ESC) {
			choosing.accept(Optional.empty());
			return;
		}
		int across = key == SWT.ARROW_LEFT ? -1 : key == SWT.ARROW_RIGHT ? 1 : 0;
		int down = key == SWT.ARROW_UP ? -1 : key == SWT.ARROW_DOWN ? 1 : 0;
		if (across != 0 || down != 0) {
			Position from = chosen.orElseGet(() -> strongest(activation, channel));
			choosing.accept(Optional.of(new Position(Math.clamp(from.x() + across, 0, activation.width() - 1),
					Math.clamp(from.y() + down, 0, activation.height() - 1))));
		}
	}

	/** The position at which a channel answers most. */
	static Position strongest(LayerActivation activation, int channel) {
		int best = 0;
		float[] values = activation.channel(channel);
		for (int i = 1; i < values.length; i++) {
			if (values[i] > values[best]) {
				best = i;
			}
		}
		return new Position(best % activation.width(), best / activation.width());
	}

	private Rectangle fitted() {
		Rectangle area = getClientArea();
		area.width = Math.max(1, area.width - (scale ? GAP + SCALE + LEGEND : 0));
		double factor = Math.min((double) area.width / activation.width(), (double) area.height / activation.height());
		int width = (int) Math.max(1, Math.round(activation.width() * factor));
		int height = (int) Math.max(1, Math.round(activation.height() * factor));
		return new Rectangle(0, 0, width, height);
	}

	private Optional<Position> positionAt(int x, int y) {
		if (activation == null || !activation.isSpatial()) {
			return Optional.empty();
		}
		Rectangle area = fitted();
		return area.contains(x, y)
				? Optional.of(new Position(x * activation.width() / area.width, y * activation.height() / area.height))
				: Optional.empty();
	}

	private void point(Optional<Position> position) {
		if (!position.equals(pointed)) {
			pointed = position;
			setToolTipText(position.map(this::text).orElse(null));
			redraw();
			pointing.accept(position);
		}
	}

	private String text(Position position) {
		return NLS.bind(Messages.MapView_value, new Object[] { position.x(), position.y(),
				ChannelText.number(activation.at(channel, position.x(), position.y())) });
	}

	@Override
	protected void paint(GC gc) {
		if (activation == null) {
			return;
		}
		Rectangle area = fitted();
		if (scale) {
			paintScale(gc, area);
		}
		if (image == null) {
			var painter = new TilePainter(activation, coloring);
			image = new Image(getDisplay(), (ImageDataProvider) zoom -> render(painter, area, zoom));
		}
		gc.drawImage(image, 0, 0);
		pointed.ifPresent(position -> paintFrame(gc, area, position, GridColors.HALO, 1));
		chosen.ifPresent(position -> paintFrame(gc, area, position, GridColors.SELECTION, 2));
		if (isFocusControl() && chosen.isEmpty()) {
			gc.setForeground(GridColors.SELECTION);
			gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
		}
	}

	/** Draws which colours mean which values. */
	private void paintScale(GC gc, Rectangle area) {
		int left = area.x + area.width + GAP;
		for (int y = 0; y < area.height; y++) {
			int rgb = coloring.colormap().color(coloring.shade(1 - (y + 0.5) / area.height));
			gc.setForeground(new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff));
			gc.drawLine(left, area.y + y, left + SCALE - 1, area.y + y);
		}
		Bounds bounds = coloring.bounds(activation, channel);
		gc.setForeground(GridColors.muted(this));
		int text = left + SCALE + GAP / 2;
		gc.drawText(ChannelText.number(bounds.high()), text, area.y, true);
		gc.drawText(ChannelText.number(bounds.low()), text, area.y + area.height - gc.getFontMetrics().getHeight(), true);
	}

	private ImageData render(TilePainter painter, Rectangle area, int zoom) {
		int width = Math.max(1, Math.round(area.width * zoom / 100f));
		int height = Math.max(1, Math.round(area.height * zoom / 100f));
		int[] pixels = new int[width * height];
		painter.pixels(channel, pixels, 0, width, width, height);
		return Pixels.data(pixels, width, height);
	}

	private void paintFrame(GC gc, Rectangle area, Position position, Color color, int thickness) {
		int left = position.x() * area.width / activation.width();
		int top = position.y() * area.height / activation.height();
		int right = (position.x() + 1) * area.width / activation.width();
		int bottom = (position.y() + 1) * area.height / activation.height();
		gc.setForeground(color);
		gc.setLineWidth(thickness);
		gc.drawRectangle(left, top, Math.max(1, right - left - 1), Math.max(1, bottom - top - 1));
		gc.setLineWidth(1);
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		int width = widthHint == SWT.DEFAULT ? 200 : widthHint;
		return new Point(width, heightHint == SWT.DEFAULT ? Math.min(width, 280) : heightHint);
	}
}
