// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.osgi.util.NLS;

/** What is written on boxes, and how large they are for that. */
final class BoxTexts {
	/** Between the left border of a box and its texts. */
	static final int INSET = 14;
	/** Between the texts and the right border. */
	private static final int INSET_RIGHT = 12;
	/** Above and below the texts. */
	static final int SPACE = 4;
	private static final double NARROWEST = 96;
	private static final double WIDEST = 320;
	private static final String ELLIPSIS = "\u2026";

	private final TextWidths name;
	private final double nameHeight;
	private final TextWidths detail;
	private final double detailHeight;

	/**
	 * @param name widths in the font of names
	 * @param nameHeight the height of a line in that font
	 * @param detail widths in the font of what is below
	 * @param detailHeight the height of a line in that font
	 */
	BoxTexts(TextWidths name, double nameHeight, TextWidths detail, double detailHeight) {
		this.name = name;
		this.nameHeight = nameHeight;
		this.detail = detail;
		this.detailHeight = detailHeight;
	}

	/** What is written below the name. */
	static String detail(GraphNode node) {
		String shape = node.last().shape().toString().replace('x', '\u00d7');
		return node.layer().map(layer -> NLS.bind(Messages.BoxTexts_layer, layer.kind(), shape))
				.orElseGet(() -> NLS.bind(Messages.BoxTexts_group, node.layers().count(), shape));
	}

	/** The height of a line of names. */
	double nameHeight() {
		return nameHeight;
	}

	/** The height of a line of details. */
	double detailHeight() {
		return detailHeight;
	}

	/** The width of a box. */
	double width(GraphNode node) {
		double mark = node.isGroup() ? toggle() : 0;
		double text = Math.max(mark + name.of(node.name()), detail.of(detail(node)));
		return Math.clamp(Math.ceil(text) + INSET + INSET_RIGHT, NARROWEST, WIDEST);
	}

	/** The height of every box. */
	double height() {
		return Math.ceil(nameHeight + detailHeight) + 2 * SPACE;
	}

	/** The height of a frame's title. */
	double title() {
		return Math.ceil(nameHeight) + 2 * SPACE;
	}

	/** The row of a name that stands alone, from the top of the box. */
	int aloneTop() {
		return (int) Math.round((height() - nameHeight) / 2);
	}

	/** The row of the details, from the top of the box. */
	int detailTop() {
		return (int) Math.round(SPACE + nameHeight);
	}

	/** The width of the mark that opens and closes a group, with the space behind it. */
	double toggle() {
		return Math.ceil(nameHeight * 0.8);
	}

	/** The width of a name. */
	double nameWidth(String text) {
		return name.of(text);
	}

	/** The name, shortened in the middle if a box is too narrow for it. */
	String shortName(GraphNode node, double width) {
		return shortened(node.name(), name, width - INSET - INSET_RIGHT - (node.isGroup() ? toggle() : 0));
	}

	/** The details, shortened in the middle if a box is too narrow for them. */
	String shortDetail(GraphNode node, double width) {
		return shortened(detail(node), detail, width - INSET - INSET_RIGHT);
	}

	private static String shortened(String text, TextWidths widths, double room) {
		if (widths.of(text) <= room + 1) {
			return text;
		}
		for (int kept = text.length() - 1; kept > 2; kept--) {
			int end = kept / 2;
			String shorter = text.substring(0, kept - end) + ELLIPSIS + text.substring(text.length() - end);
			if (widths.of(shorter) <= room) {
				return shorter;
			}
		}
		return ELLIPSIS;
	}
}
