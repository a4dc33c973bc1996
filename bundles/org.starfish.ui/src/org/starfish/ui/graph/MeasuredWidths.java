// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.swt.graphics.GC;

/** Adds up the widths of characters, which were measured before. */
final class MeasuredWidths implements TextWidths {
	private static final char FIRST = ' ';
	private static final char LAST = '~';
	/** Extents are whole numbers; those of repeated characters say more. */
	private static final int REPEATED = 16;

	private final double[] widths = new double[LAST - FIRST + 1];
	private final double other;

	/** @param gc has the font */
	MeasuredWidths(GC gc) {
		for (char c = FIRST; c <= LAST; c++) {
			widths[c - FIRST] = width(gc, c);
		}
		other = width(gc, 'm');
	}

	private static double width(GC gc, char c) {
		return (double) gc.stringExtent(String.valueOf(c).repeat(REPEATED)).x / REPEATED;
	}

	@Override
	public double of(String text) {
		return text.chars().mapToDouble(c -> c >= FIRST && c <= LAST ? widths[c - FIRST] : other).sum();
	}
}
