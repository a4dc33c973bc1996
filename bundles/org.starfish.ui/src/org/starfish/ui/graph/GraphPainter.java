// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.starfish.core.image.Area;
import org.starfish.core.model.LayerFacts;

/** Draws what of a graph is to be seen. For one paint; lines lie on whole points, so that they are sharp. */
final class GraphPainter {
	/** Smaller than this, nobody can read. */
	private static final double DETAILS_FROM = 0.6;
	private static final double NAMES_FROM = 0.35;
	private static final double ROUNDING = 6;
	private static final int ARROW = 4;

	private final GC gc;
	private final GraphLayout layout;
	private final Viewport viewport;
	private final GraphColors colors;
	private final GraphFonts fonts;
	private final GraphNode selected;
	private final double zoom;
	private final Area shown;

	/** @param selected may be null */
	GraphPainter(GC gc, GraphLayout layout, Viewport viewport, GraphColors colors, GraphFonts fonts,
			GraphNode selected) {
		this.gc = gc;
		this.layout = layout;
		this.viewport = viewport;
		this.colors = colors;
		this.fonts = fonts;
		this.selected = selected;
		zoom = viewport.zoom();
		shown = viewport.shown();
	}

	/**
	 * Draws all but the background.
	 *
	 * @param hovered below the mouse; may be null
	 */
	void paint(GraphNode hovered) {
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		layout.frames().stream().filter(frame -> isSeen(frame.area())).forEach(this::paintFrame);
		layout.edges().stream().filter(edge -> !isSelected(edge) && isSeen(edge.bounds()))
				.forEach(edge -> paintEdge(edge, colors.edge(), 1));
		layout.edges().stream().filter(edge -> isSelected(edge) && isSeen(edge.bounds()))
				.forEach(edge -> paintEdge(edge, colors.selection(), 2));
		layout.boxes().stream().filter(box -> isSeen(box.area())).forEach(box -> paintBox(box, hovered));
		if (zoom >= NAMES_FROM) {
			paintTexts();
		}
	}

	private boolean isSeen(Area area) {
		double space = 8 / zoom;
		return area.x() - space < shown.x() + shown.width() && area.x() + area.width() + space > shown.x()
				&& area.y() - space < shown.y() + shown.height() && area.y() + area.height() + space > shown.y();
	}

	private boolean isSelected(GraphLayout.Line edge) {
		return selected != null && (touches(edge.from()) || touches(edge.to()));
	}

	/** An edge into the selected group is one of the selection; one within it is not, there may be many. */
	private boolean touches(GraphNode end) {
		return end == selected;
	}

	private Rectangle place(Area area) {
		int left = (int) Math.round(viewport.toWindowX(area.x()));
		int top = (int) Math.round(viewport.toWindowY(area.y()));
		int right = (int) Math.round(viewport.toWindowX(area.x() + area.width()));
		int bottom = (int) Math.round(viewport.toWindowY(area.y() + area.height()));
		return new Rectangle(left, top, right - left, bottom - top);
	}

	private int arc() {
		return (int) Math.round(Math.clamp(8 * zoom, 2, 12));
	}

	private void paintFrame(GraphLayout.Box frame) {
		Rectangle at = place(frame.area());
		gc.setBackground(colors.frame());
		gc.fillRoundRectangle(at.x, at.y, at.width, at.height, arc(), arc());
		boolean isSelected = frame.node() == selected;
		gc.setForeground(isSelected ? colors.selection() : colors.border());
		gc.setLineWidth(isSelected ? 2 : 1);
		gc.drawRoundRectangle(at.x, at.y, at.width, at.height, arc(), arc());
		gc.setLineWidth(1);
	}

	private void paintEdge(GraphLayout.Line edge, Color color, int width) {
		int count = edge.x().length;
		if (count < 2) {
			return;
		}
		float[] x = new float[count];
		float[] y = new float[count];
		for (int i = 0; i < count; i++) {
			x[i] = Math.round(viewport.toWindowX(edge.x()[i]));
			y[i] = Math.round(viewport.toWindowY(edge.y()[i]));
		}
		gc.setForeground(color);
		gc.setLineWidth(width);
		var path = new Path(gc.getDevice());
		try {
			path.moveTo(x[0], y[0]);
			for (int i = 1; i < count - 1; i++) {
				addCorner(path, x, y, i);
			}
			path.lineTo(x[count - 1], y[count - 1]);
			gc.drawPath(path);
		} finally {
			path.dispose();
		}
		gc.setLineWidth(1);
		int size = (int) Math.round(Math.clamp(ARROW * zoom, 2, 6));
		int tipX = (int) x[count - 1];
		int tipY = (int) y[count - 1];
		gc.setBackground(color);
		gc.fillPolygon(new int[] { tipX - size, tipY - 2 * size + 1, tipX + size + 1, tipY - 2 * size + 1, tipX, tipY });
	}

	private void addCorner(Path path, float[] x, float[] y, int i) {
		float before = Math.abs(x[i] - x[i - 1]) + Math.abs(y[i] - y[i - 1]);
		float after = Math.abs(x[i + 1] - x[i]) + Math.abs(y[i + 1] - y[i]);
		float radius = (float) Math.min(ROUNDING * zoom, Math.min(before, after) / 2);
		if (radius < 1) {
			path.lineTo(x[i], y[i]);
			return;
		}
		path.lineTo(x[i] + (x[i - 1] - x[i]) * radius / before, y[i] + (y[i - 1] - y[i]) * radius / before);
		path.quadTo(x[i], y[i], x[i] + (x[i + 1] - x[i]) * radius / after, y[i] + (y[i + 1] - y[i]) * radius / after);
	}

	private void paintBox(GraphLayout.Box box, GraphNode hovered) {
		Rectangle at = place(box.area());
		GraphNode node = box.node();
		boolean isSelected = node == selected;
		if (node.isGroup() && zoom >= NAMES_FROM) {
			// A second sheet below says that there is more than one layer.
			gc.setBackground(colors.box());
			gc.setForeground(colors.border());
			gc.fillRoundRectangle(at.x + 3, at.y + 3, at.width, at.height, arc(), arc());
			gc.drawRoundRectangle(at.x + 3, at.y + 3, at.width, at.height, arc(), arc());
		}
		gc.setBackground(zoom < NAMES_FROM ? colors.family(node) : colors.box());
		gc.fillRoundRectangle(at.x, at.y, at.width, at.height, arc(), arc());
		int stripe = (int) Math.round(Math.clamp(5 * zoom, 2, 10));
		gc.setClipping(at.x, at.y, stripe, at.height);
		gc.setBackground(colors.family(node));
		gc.fillRoundRectangle(at.x, at.y, at.width, at.height, arc(), arc());
		gc.setClipping((Rectangle) null);
		gc.setForeground(isSelected ? colors.selection() : node == hovered ? colors.detail() : colors.border());
		gc.setLineWidth(isSelected ? 2 : 1);
		gc.setLineStyle(isDelegated(node) && !isSelected ? SWT.LINE_DASH : SWT.LINE_SOLID);
		gc.drawRoundRectangle(at.x, at.y, at.width, at.height, arc(), arc());
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setLineWidth(1);
	}

	private static boolean isDelegated(GraphNode node) {
		return node.layer().flatMap(LayerFacts::library).isPresent();
	}

	private void paintTexts() {
		Transform transform = zoom == 1 ? null : new Transform(gc.getDevice());
		try {
			if (transform != null) {
				transform.scale((float) zoom, (float) zoom);
				gc.setTransform(transform);
			}
			gc.setFont(fonts.name());
			layout.frames().stream().filter(frame -> isSeen(frame.area())).forEach(this::paintTitle);
			layout.boxes().stream().filter(box -> isSeen(box.area())).forEach(this::paintName);
			if (zoom >= DETAILS_FROM) {
				gc.setFont(fonts.detail());
				gc.setForeground(colors.detail());
				layout.boxes().stream().filter(box -> isSeen(box.area())).forEach(box -> gc.drawString(
						fonts.texts().shortDetail(box.node(), box.area().width()), textX(box.area()) + BoxTexts.INSET,
						textY(box.area()) + fonts.texts().detailTop(), true));
			}
		} finally {
			gc.setTransform(null);
			if (transform != null) {
				transform.dispose();
			}
		}
	}

	/** The column of an area where texts are drawn, which is in points at 100 %. */
	private int textX(Area area) {
		return (int) Math.round(viewport.toWindowX(area.x()) / zoom);
	}

	private int textY(Area area) {
		return (int) Math.round(viewport.toWindowY(area.y()) / zoom);
	}

	private void paintTitle(GraphLayout.Box frame) {
		int left = textX(frame.area()) + BoxTexts.INSET / 2;
		int top = textY(frame.area()) + BoxTexts.SPACE;
		int toggle = (int) fonts.texts().toggle();
		String title = frame.node().name();
		// Lines into the frame pass behind its title.
		gc.setBackground(colors.frame());
		gc.fillRectangle(left, top, toggle + (int) fonts.texts().nameWidth(title) + BoxTexts.SPACE,
				(int) fonts.texts().title() - 2 * BoxTexts.SPACE);
		paintToggle(left, top, true);
		gc.setForeground(colors.text());
		gc.drawString(title, left + toggle, top, true);
	}

	private void paintName(GraphLayout.Box box) {
		int left = textX(box.area()) + BoxTexts.INSET;
		int top = textY(box.area()) + (zoom < DETAILS_FROM ? fonts.texts().aloneTop() : BoxTexts.SPACE);
		if (box.node().isGroup()) {
			paintToggle(left, top, false);
			left += (int) fonts.texts().toggle();
		}
		gc.setForeground(colors.text());
		gc.drawString(fonts.texts().shortName(box.node(), box.area().width()), left, top, true);
	}

	/** A triangle as in trees. */
	private void paintToggle(int left, int top, boolean open) {
		int size = (int) Math.round(fonts.texts().toggle() * 0.3);
		int middle = top + (int) (fonts.texts().title() - 2 * BoxTexts.SPACE) / 2;
		gc.setBackground(colors.detail());
		gc.fillPolygon(open
				? new int[] { left, middle - size / 2, left + 2 * size, middle - size / 2, left + size, middle + size - size / 2 }
				: new int[] { left + 1, middle - size, left + 1 + size, middle, left + 1, middle + size });
	}
}
