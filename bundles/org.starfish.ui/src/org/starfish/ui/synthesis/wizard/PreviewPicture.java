// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.Pixels;

/** Shows a small picture enlarged, or in its place a few words. */
public final class PreviewPicture extends Canvas {
	private static final int FRAME_ALPHA = 90;

	private RgbImage picture;
	/** Of the picture; made when it is painted. */
	private Image image;
	private String words = "";
	private String description = "";

	PreviewPicture(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addPaintListener(event -> paint(event.gc));
		addDisposeListener(event -> forget());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = picture == null ? words : description;
			}
		});
	}

	/**
	 * Shows a picture.
	 *
	 * @param instead what to say if there is none
	 * @param text what is to be seen, for those who cannot see it
	 */
	void show(Optional<RgbImage> other, String instead, String text) {
		description = text;
		if (picture != other.orElse(null) || !words.equals(instead)) {
			picture = other.orElse(null);
			words = instead;
			forget();
			redraw();
		}
	}

	/** What is shown; empty for words. */
	public Optional<RgbImage> picture() {
		return Optional.ofNullable(picture);
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		if (picture == null) {
			gc.setForeground(GridColors.muted(this));
			gc.setAlpha(FRAME_ALPHA);
			gc.drawRectangle(0, 0, area.width - 1, area.height - 1);
			gc.setAlpha(255);
			Point size = gc.textExtent(words);
			gc.drawText(words, (area.width - size.x) / 2, (area.height - size.y) / 2, true);
			return;
		}
		if (image == null) {
			image = new Image(getDisplay(), Pixels.data(picture));
		}
		double scale = Math.min((double) area.width / picture.width(), (double) area.height / picture.height());
		int width = (int) Math.max(1, Math.round(picture.width() * scale));
		int height = (int) Math.max(1, Math.round(picture.height() * scale));
		gc.setInterpolation(SWT.HIGH);
		gc.drawImage(image, 0, 0, picture.width(), picture.height(), (area.width - width) / 2, (area.height - height) / 2,
				width, height);
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
