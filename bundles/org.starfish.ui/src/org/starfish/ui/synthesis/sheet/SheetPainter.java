// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.util.Optional;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.sheet.SheetTile.Kind;

/** Draws the tiles of a sheet in the colours of the theme. */
final class SheetPainter {
	/** How much of the text's colour is in that behind missing pictures, and in the part of a bar that is to come. */
	private static final double GROUND = 0.07;
	private static final double TRACK = 0.25;
	private static final int BAR = 4;
	private static final int MARGIN = 8;
	private static final int CAPTION_GAP = 4;
	private static final String ELLIPSIS = "\u2026";

	private final Canvas canvas;
	private final Thumbnails thumbnails;

	SheetPainter(Canvas canvas, Thumbnails thumbnails) {
		this.canvas = canvas;
		this.thumbnails = thumbnails;
	}

	/** The height of what is said below a picture. */
	int captionHeight() {
		var gc = new GC(canvas);
		int height = CAPTION_GAP + 2 * gc.getFontMetrics().getHeight();
		gc.dispose();
		return height;
	}

	/** Draws a tile at its place on the canvas. */
	void paint(GC gc, SheetTile tile, Rectangle place, boolean selected) {
		var square = new Rectangle(place.x, place.y, place.width, place.width);
		Optional<Image> image = thumbnails.image(tile.picture());
		Optional<String> trouble = tile.trouble()
				.or(() -> tile.kind() == Kind.DRAWN ? thumbnails.trouble(tile.picture()) : Optional.empty());
		if (trouble.isPresent()) {
			ground(gc, square);
			text(gc, trouble.get(), square, error());
		} else if (image.isPresent() && tile.kind() != Kind.WAITING) {
			draw(gc, image.get(), square);
		} else {
			ground(gc, square);
		}
		if (tile.kind() == Kind.RUNNING) {
			bar(gc, square, tile.fraction());
		}
		caption(gc, tile, place);
		if (selected) {
			int thickness = canvas.isFocusControl() ? 3 : 2;
			gc.setForeground(GridColors.SELECTION);
			gc.setLineWidth(thickness);
			int away = thickness / 2 + 1;
			gc.drawRectangle(square.x - away, square.y - away, square.width + 2 * away - 1, square.height + 2 * away - 1);
			gc.setLineWidth(1);
		}
	}

	private void ground(GC gc, Rectangle square) {
		gc.setBackground(mixed(GROUND));
		gc.fillRectangle(square);
	}

	private Color mixed(double share) {
		RGB back = canvas.getParent().getBackground().getRGB();
		RGB front = canvas.getParent().getForeground().getRGB();
		return new Color(mixed(back.red, front.red, share), mixed(back.green, front.green, share),
				mixed(back.blue, front.blue, share));
	}

	private static int mixed(int back, int front, double share) {
		return (int) Math.round(back + share * (front - back));
	}

	private void draw(GC gc, Image image, Rectangle square) {
		Rectangle size = image.getBounds();
		double scale = (double) square.width / Math.max(size.width, size.height);
		int width = (int) Math.max(1, Math.round(size.width * scale));
		int height = (int) Math.max(1, Math.round(size.height * scale));
		if (width != height) {
			ground(gc, square);
		}
		gc.setInterpolation(SWT.HIGH);
		gc.drawImage(image, 0, 0, size.width, size.height, square.x + (square.width - width) / 2,
				square.y + (square.height - height) / 2, width, height);
	}

	/** Over the lower edge of the picture, on a ground of its own, since the picture may have any colour. */
	private void bar(GC gc, Rectangle square, double fraction) {
		int y = square.y + square.height - BAR;
		gc.setBackground(canvas.getParent().getBackground());
		gc.fillRectangle(square.x, y - 1, square.width, 1);
		gc.setBackground(mixed(TRACK));
		gc.fillRectangle(square.x, y, square.width, BAR);
		gc.setBackground(GridColors.SELECTION);
		gc.fillRectangle(square.x, y, (int) Math.round(square.width * fraction), BAR);
	}

	private void text(GC gc, String sentence, Rectangle square, Color color) {
		var layout = new TextLayout(canvas.getDisplay());
		try {
			layout.setFont(canvas.getFont());
			layout.setText(sentence);
			layout.setWidth(Math.max(1, square.width - 2 * MARGIN));
			Rectangle clipping = gc.getClipping();
			gc.setClipping(clipping.intersection(square));
			gc.setForeground(color);
			layout.draw(gc, square.x + MARGIN, square.y + MARGIN);
			gc.setClipping(clipping);
		} finally {
			layout.dispose();
		}
	}

	private Color error() {
		Color color = JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
		return color == null ? canvas.getParent().getForeground() : color;
	}

	private void caption(GC gc, SheetTile tile, Rectangle place) {
		int y = place.y + place.width + CAPTION_GAP;
		gc.setForeground(canvas.getParent().getForeground());
		gc.drawText(fitting(gc, tile.label(), place.width), place.x, y, true);
		gc.setForeground(GridColors.muted(canvas));
		gc.drawText(fitting(gc, tile.caption(), place.width), place.x, y + gc.getFontMetrics().getHeight(), true);
	}

	/** As much of a text as fits; of a unit address the end, which tells it from others. */
	private static String fitting(GC gc, String text, int width) {
		Point extent = gc.textExtent(text);
		if (extent.x <= width) {
			return text;
		}
		boolean end = text.indexOf(':') > 0;
		for (int cut = 1; cut < text.length(); cut++) {
			String shorter = end ? ELLIPSIS + text.substring(cut) : text.substring(0, text.length() - cut) + ELLIPSIS;
			if (gc.textExtent(shorter).x <= width) {
				return shorter;
			}
		}
		return ELLIPSIS;
	}
}
