// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.Locale;

import org.eclipse.swt.graphics.Color;
import org.starfish.core.image.Area;
import org.starfish.core.model.LayerFacts;

/** A graph as it is laid out now, as a drawing in SVG: for papers, and to be printed. Knows no widgets. */
final class GraphSvg {
	private static final int MARGIN = 12;
	private static final int ROUND = 4;
	private static final int STRIPE = 5;
	/** The foot of the letters, in heights of the line. */
	private static final double FOOT = 0.78;
	private static final String FONTS = "'DejaVu Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

	private final GraphLayout layout;
	private final GraphColors colors;
	private final BoxTexts texts;
	private final StringBuilder svg = new StringBuilder();

	private GraphSvg(GraphLayout layout, GraphColors colors, BoxTexts texts) {
		this.layout = layout;
		this.colors = colors;
		this.texts = texts;
	}

	/**
	 * Draws a graph.
	 *
	 * @param colors of the theme it is seen in
	 * @param texts that its boxes were made for
	 */
	static String of(GraphLayout layout, GraphColors colors, BoxTexts texts) {
		return new GraphSvg(layout, colors, texts).draw();
	}

	private String draw() {
		double width = layout.width() + 2 * MARGIN;
		double height = layout.height() + 2 * MARGIN;
		add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"%d %d %.0f %.0f\">%n", width, height,
				-MARGIN, -MARGIN, width, height);
		add("<rect x=\"%d\" y=\"%d\" width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", -MARGIN, -MARGIN, hex(colors.background()));
		add("<g font-family=\"%s\" font-size=\"%.1f\">%n", FONTS, texts.nameHeight() * FOOT);
		layout.frames().forEach(frame -> rectangle(frame.area(), 0, colors.frame(), false));
		layout.edges().forEach(this::edge);
		layout.frames().forEach(frame -> text(frame.area().x() + BoxTexts.INSET / 2.0, frame.area().y() + BoxTexts.SPACE,
				texts.nameHeight(), colors.text(), frame.node().name()));
		layout.boxes().forEach(this::box);
		add("</g>%n</svg>%n");
		return svg.toString();
	}

	private void box(GraphLayout.Box box) {
		Area area = box.area();
		GraphNode node = box.node();
		if (node.isGroup()) {
			rectangle(area, 3, colors.box(), false);
		}
		rectangle(area, 0, colors.box(), node.layer().flatMap(LayerFacts::library).isPresent());
		add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"2\" fill=\"%s\"/>%n", area.x(), area.y(), STRIPE,
				area.height(), hex(colors.family(node)));
		double left = area.x() + BoxTexts.INSET;
		text(left, area.y() + BoxTexts.SPACE, texts.nameHeight(), colors.text(), texts.shortName(node, area.width()));
		text(left, area.y() + texts.detailTop(), texts.detailHeight(), colors.detail(),
				texts.shortDetail(node, area.width()));
	}

	private void rectangle(Area area, int offset, Color fill, boolean dashed) {
		add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%d\" fill=\"%s\" stroke=\"%s\"%s/>%n", area.x() + offset,
				area.y() + offset, area.width(), area.height(), ROUND, hex(fill), hex(colors.border()),
				dashed ? " stroke-dasharray=\"4 3\"" : "");
	}

	private void edge(GraphLayout.Line line) {
		int last = line.x().length - 1;
		if (last < 1) {
			return;
		}
		String color = hex(colors.edge());
		add("<polyline fill=\"none\" stroke=\"%s\" stroke-linejoin=\"round\" points=\"", color);
		for (int i = 0; i <= last; i++) {
			add(i == 0 ? "%.1f,%.1f" : " %.1f,%.1f", line.x()[i], line.y()[i]);
		}
		double x = line.x()[last];
		double y = line.y()[last];
		add("\"/>%n<polygon fill=\"%s\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>%n", color, x - 4, y - 7, x + 4, y - 7, x, y);
	}

	private void text(double x, double top, double height, Color color, String text) {
		add("<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" fill=\"%s\" xml:space=\"preserve\">%s</text>%n", x, top + height * FOOT,
				height * FOOT, hex(color), text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
	}

	private void add(String format, Object... arguments) {
		svg.append(String.format(Locale.ROOT, format, arguments));
	}

	private static String hex(Color color) {
		return "#%02x%02x%02x".formatted(color.getRed(), color.getGreen(), color.getBlue());
	}
}
