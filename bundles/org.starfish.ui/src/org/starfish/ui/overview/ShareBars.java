// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.overview;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.starfish.core.model.LayerFacts;
import org.starfish.ui.model.Quantity;

/** Layers with their shares of the network's operations, as bars. A click or Enter chooses a layer. */
final class ShareBars extends Canvas {
	private static final Color BAR = new Color(110, 156, 219);
	private static final int PADDING = 6;
	private static final int GAP = 8;

	private final List<LayerFacts> layers;
	private final Consumer<String> chosen;
	private int row;
	private int hovered = -1;

	/**
	 * @param layers the most expensive one first
	 * @param chosen told a layer's name
	 */
	ShareBars(Composite parent, List<LayerFacts> layers, Consumer<String> chosen) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.layers = layers;
		this.chosen = chosen;
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseDown, event -> choose(event.y / rowHeight()));
		addListener(SWT.MouseMove, event -> hover(event.y / rowHeight()));
		addListener(SWT.MouseExit, event -> hover(-1));
		addListener(SWT.KeyDown, this::pressed);
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
		addListener(SWT.Traverse, event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
				|| event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
		setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = isFocusControl() ? text(layers.get(row))
						: layers.stream().map(ShareBars::text).collect(Collectors.joining("; "));
			}
		});
	}

	private static String text(LayerFacts layer) {
		return layer.name() + ", " + Quantity.share(layer.share());
	}

	private void pressed(Event event) {
		switch (event.keyCode) {
		case SWT.ARROW_DOWN -> go(row + 1);
		case SWT.ARROW_UP -> go(row - 1);
		case SWT.HOME -> go(0);
		case SWT.END -> go(layers.size() - 1);
		case SWT.CR, SWT.KEYPAD_CR, ' ' -> choose(row);
		default -> {
			// Not for the bars.
		}
		}
	}

	private void go(int other) {
		row = Math.clamp(other, 0, layers.size() - 1);
		redraw();
		getAccessible().setFocus(0);
	}

	private void choose(int other) {
		if (other < layers.size()) {
			go(other);
			chosen.accept(layers.get(other).name());
		}
	}

	private void hover(int other) {
		if (other != hovered) {
			hovered = other;
			setToolTipText(other >= 0 && other < layers.size() ? text(layers.get(other)) : null);
			redraw();
		}
	}

	private void paint(GC gc) {
		Color ink = getParent().getForeground();
		gc.setBackground(getParent().getBackground());
		Rectangle area = getClientArea();
		gc.fillRectangle(area);
		int valueWidth = layers.stream().mapToInt(layer -> gc.textExtent(Quantity.share(layer.share())).x).max().orElse(0);
		int nameWidth = Math.min(layers.stream().mapToInt(layer -> gc.textExtent(layer.name()).x).max().orElse(0),
				(area.width - valueWidth - 2 * GAP) * 3 / 5);
		int left = nameWidth + GAP;
		int longest = Math.max(1, area.width - valueWidth - GAP - left);
		double most = layers.getFirst().share();
		for (int i = 0; i < layers.size(); i++) {
			LayerFacts layer = layers.get(i);
			int top = i * rowHeight();
			gc.setForeground(i == hovered ? linkColor(ink) : ink);
			gc.drawText(shortened(gc, layer.name(), nameWidth), 0, top + PADDING / 2, true);
			String value = Quantity.share(layer.share());
			gc.setForeground(ink);
			gc.drawText(value, area.width - gc.textExtent(value).x, top + PADDING / 2, true);
			gc.setBackground(BAR);
			gc.fillRectangle(left, top + 5, (int) Math.max(1, Math.round(longest * layer.share() / most)),
					rowHeight() - 10);
			if (i == row && isFocusControl()) {
				gc.drawFocus(0, top, area.width, rowHeight());
			}
		}
	}

	private static Color linkColor(Color ink) {
		Color color = JFaceResources.getColorRegistry().get(JFacePreferences.HYPERLINK_COLOR);
		return color == null ? ink : color;
	}

	/** Keeps the end of a name, which tells layers of one group apart. */
	private static String shortened(GC gc, String text, int width) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		int start = 1;
		while (start < text.length() && gc.textExtent("\u2026" + text.substring(start)).x > width) {
			start++;
		}
		return "\u2026" + text.substring(start);
	}

	private int rowHeight() {
		var gc = new GC(this);
		int height = gc.getFontMetrics().getHeight();
		gc.dispose();
		return height + PADDING;
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, layers.size() * rowHeight());
	}
}
