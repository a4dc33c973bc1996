// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.activation.Pixels;

/** Shows a picture as large as there is room. */
public final class PictureCanvas extends Canvas {
	private RgbImage picture;
	/** Of the picture; made when it is painted, so that frames that nobody sees cost nothing. */
	private Image image;
	private String description = "";

	PictureCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addPaintListener(event -> paint(event.gc));
		addDisposeListener(event -> forget());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = description;
			}
		});
	}

	/**
	 * Shows a picture.
	 *
	 * @param other null to show none
	 * @param text what is to be seen, for those who cannot see it
	 */
	void show(RgbImage other, String text) {
		description = text;
		if (picture != other) {
			picture = other;
			forget();
			redraw();
		}
	}

	/** What is shown; null for nothing. */
	public RgbImage picture() {
		return picture;
	}

	private void paint(GC gc) {
		if (picture == null) {
			return;
		}
		if (image == null) {
			image = new Image(getDisplay(), Pixels.data(picture));
		}
		Rectangle area = getClientArea();
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
