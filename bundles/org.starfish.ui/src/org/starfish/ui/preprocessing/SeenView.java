// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.image.RgbImage;

/** A picture as a network sees it, as large as there is space; small ones pixel by pixel. */
final class SeenView extends Canvas {
	private static final int LARGEST = 320;
	private static final PaletteData RGB = new PaletteData(0xff0000, 0xff00, 0xff);

	private RgbImage picture;
	private Image image;
	private String description = "";

	SeenView(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Dispose, event -> forget());
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
	 * @param seen null to show none
	 * @param text what to say about it
	 */
	void show(RgbImage seen, String text) {
		if (seen != picture) {
			forget();
			picture = seen;
		}
		description = text;
		redraw();
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setBackground(getParent().getBackground());
		gc.fillRectangle(area);
		if (picture == null) {
			return;
		}
		if (image == null) {
			image = new Image(getDisplay(), new ImageData(picture.width(), picture.height(), 24, RGB, 1, picture.rgb()));
		}
		double scale = Math.min((double) area.width / picture.width(), (double) area.height / picture.height());
		int width = (int) Math.max(1, Math.round(picture.width() * scale));
		int height = (int) Math.max(1, Math.round(picture.height() * scale));
		gc.setInterpolation(scale > 1.5 ? SWT.NONE : SWT.HIGH);
		gc.drawImage(image, 0, 0, picture.width(), picture.height(), 0, 0, width, height);
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		int width = widthHint == SWT.DEFAULT ? LARGEST : Math.min(widthHint, LARGEST);
		return new Point(width, heightHint == SWT.DEFAULT ? width : heightHint);
	}
}
