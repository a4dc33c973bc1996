// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Draws ratios as SVG: a bar a row, from 0 to the ratio, with a whisker from quartile to quartile, beside a line at 1. Rows stand in
 * groups under a heading. Fits light and dark pages.
 */
public final class RatioChart {
	private static final int WIDTH = 860;
	private static final int LEFT = 290;
	private static final int RIGHT = 210;
	private static final int ROW = 22;
	private static final int HEADING = 34;
	private static final int TOP = 74;
	private static final int BOTTOM = 40;
	private static final double STEP = 0.25;
	private static final String STYLE = """
			<style>
			text { font: 13px system-ui, sans-serif; fill: #24292f }
			.title { font-size: 16px; font-weight: 600 }
			.group { font-weight: 600 }
			.quiet { fill: #57606a }
			.number { font-variant-numeric: tabular-nums }
			.grid { stroke: #d0d7de; stroke-width: 1 }
			.one { stroke: #57606a; stroke-width: 1.5 }
			.bar { fill: #d9663d }
			.slower { fill: #8c959f }
			.whisker { stroke: #24292f; stroke-width: 1.5 }
			@media (prefers-color-scheme: dark) {
			text { fill: #e6edf3 }
			.quiet { fill: #9198a1 }
			.grid { stroke: #30363d }
			.one { stroke: #9198a1 }
			.bar { fill: #e8825b }
			.slower { fill: #6e7681 }
			.whisker { stroke: #e6edf3 }
			}
			</style>
			""";

	/**
	 * A bar.
	 *
	 * @param group rows of the same group stand together
	 * @param label what was measured
	 * @param ratio how long the bar is
	 * @param note what stands to its right
	 */
	public record Bar(String group, String label, Spread ratio, String note) {
	}

	private final String title;
	private final String subtitle;
	private final String one;
	private final List<Bar> bars;
	private final double most;
	private final List<String> elements = new ArrayList<>();

	private RatioChart(String title, String subtitle, String one, List<Bar> bars) {
		this.title = title;
		this.subtitle = subtitle;
		this.one = one;
		this.bars = bars.stream().collect(Collectors.groupingBy(Bar::group, LinkedHashMap::new, Collectors.toList())).values().stream()
				.flatMap(List::stream).toList();
		double longest = bars.stream().mapToDouble(bar -> bar.ratio().high()).max().orElse(1);
		most = Math.max(1 + STEP, Math.ceil(longest / STEP) * STEP);
	}

	/**
	 * @param title what the chart shows
	 * @param subtitle how to read it
	 * @param one what the line at 1 is
	 */
	public static String of(String title, String subtitle, String one, List<Bar> bars) {
		return new RatioChart(title, subtitle, one, bars).draw();
	}

	private String draw() {
		int groups = (int) bars.stream().map(Bar::group).distinct().count();
		int bottom = TOP + groups * HEADING + bars.size() * ROW;
		text(0, 20, "title", "start", title);
		text(0, 42, "quiet", "start", subtitle);
		for (double value = 0; value <= most + STEP / 2; value += STEP) {
			line(x(value), TOP, x(value), bottom, value == 1 ? "one" : "grid");
			text(x(value), bottom + 18, "quiet number", "middle", String.format(Locale.ROOT, "%.2f", value));
		}
		text(x(1), TOP - 8, "quiet", "middle", one);
		int y = TOP;
		String group = "";
		for (Bar bar : bars) {
			if (!bar.group().equals(group)) {
				group = bar.group();
				text(0, y + HEADING - 11, "group", "start", group);
				y += HEADING;
			}
			draw(bar, y);
			y += ROW;
		}
		int height = bottom + BOTTOM;
		return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"-8 0 %d %d\" role=\"img\" aria-label=\"%s\">%n%s%s%n</svg>%n"
				.formatted(WIDTH + 16, height, WIDTH + 16, height, escaped(title), STYLE, String.join("\n", elements));
	}

	private void draw(Bar bar, int y) {
		Spread ratio = bar.ratio();
		double middle = y + ROW / 2.0;
		text(12, middle + 4, "", "start", bar.label());
		elements.add(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" rx=\"2\" class=\"%s\"/>", x(0),
				y + 4.0, x(ratio.median()) - x(0), ROW - 8, ratio.median() <= 1 ? "bar" : "slower"));
		line(x(ratio.low()), middle, x(ratio.high()), middle, "whisker");
		text(WIDTH - RIGHT + 54, middle + 4, "number", "end", String.format(Locale.ROOT, "%.2f", ratio.median()));
		text(WIDTH - RIGHT + 66, middle + 4, "quiet number", "start", bar.note());
	}

	private double x(double ratio) {
		return LEFT + ratio / most * (WIDTH - LEFT - RIGHT);
	}

	private void text(double x, double y, String style, String anchor, String text) {
		elements.add(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>", x, y, style, anchor,
				escaped(text)));
	}

	private void line(double x1, double y1, double x2, double y2, String style) {
		elements.add(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>", x1, y1, x2, y2, style));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
