// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.LayerFamily;

/**
 * The colours of a graph, made from those of the theme.
 *
 * @param background of it all
 * @param frame of open groups
 * @param box of boxes
 * @param border of boxes and frames
 * @param text of names
 * @param detail of what is below the names
 * @param edge of lines
 * @param selection of what is selected, and its lines
 * @param families of the marks on boxes
 */
record GraphColors(Color background, Color frame, Color box, Color border, Color text, Color detail, Color edge,
		Color selection, Map<LayerFamily, Color> families) {
	/** For light backgrounds and for dark ones. */
	private static final Map<LayerFamily, int[]> FAMILIES = new EnumMap<>(Map.of(
			LayerFamily.CONVOLUTION, new int[] { 0x2f6aa8, 0x7fb2e5 },
			LayerFamily.DENSE, new int[] { 0x7a54a8, 0xc0a3e8 },
			LayerFamily.POOLING, new int[] { 0x23806d, 0x7cc9b8 },
			LayerFamily.ACTIVATION, new int[] { 0xc2512e, 0xf09a70 },
			LayerFamily.NORMALIZATION, new int[] { 0xb3861b, 0xdcbc62 },
			LayerFamily.MERGE, new int[] { 0xa8467f, 0xe59ac5 },
			LayerFamily.INPUT, new int[] { 0x4a525c, 0xd5dae0 },
			LayerFamily.SHAPE, new int[] { 0x9aa3ad, 0x7d8794 },
			LayerFamily.OTHER, new int[] { 0x9aa3ad, 0x7d8794 }));
	/** As in the grid of channels. */
	private static final int SELECTION = 0xe8590c;

	/**
	 * Makes the colours that go with a theme.
	 *
	 * @param background of the theme
	 * @param foreground of its texts
	 */
	static GraphColors of(Color background, Color foreground) {
		RGB paper = background.getRGB();
		RGB ink = foreground.getRGB();
		boolean dark = isDark(paper);
		int variant = dark ? 1 : 0;
		var families = new EnumMap<LayerFamily, Color>(LayerFamily.class);
		FAMILIES.forEach((family, colors) -> families.put(family, color(colors[variant])));
		return new GraphColors(background, mix(paper, ink, dark ? 0.06 : 0.035),
				dark ? mix(paper, ink, 0.1) : mix(paper, new RGB(255, 255, 255), 0.9), mix(paper, ink, dark ? 0.3 : 0.25),
				foreground, mix(paper, ink, dark ? 0.7 : 0.66), mix(paper, ink, dark ? 0.45 : 0.42),
				color(SELECTION), families);
	}

	private static boolean isDark(RGB color) {
		return 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue < 128;
	}

	private static Color color(int rgb) {
		return new Color(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
	}

	private static Color mix(RGB a, RGB b, double share) {
		return new Color(mix(a.red, b.red, share), mix(a.green, b.green, share), mix(a.blue, b.blue, share));
	}

	private static int mix(int a, int b, double share) {
		return (int) Math.round(a + (b - a) * share);
	}

	/** Of the mark on a box: that of the layer's family; of a group, none in particular. */
	Color family(GraphNode node) {
		return families.get(node.layer().map(LayerFacts::family).orElse(LayerFamily.OTHER));
	}
}
