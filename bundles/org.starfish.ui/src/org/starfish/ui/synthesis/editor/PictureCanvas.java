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

/**
 * Shows a picture as large as there is room; larger by the mouse wheel or {@code + - 0}, moved by dragging or the arrow
 * keys.
 */
public final class PictureCanvas extends Canvas {
	/** From this scale on, pixels are shown as squares. */
	private static final double PIXELS_SEEN = 6;

	private final PictureZoom zoom;
	private RgbImage picture;
	/** Of the picture; made when it is painted, so that frames that nobody sees cost nothing. */
	private Image image;
	private String description = "";
	private boolean growing;

	/**
	 * @param zoom may be shared with other canvases
	 */
	public PictureCanvas(Composite parent, PictureZoom zoom) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.zoom = zoom;
		zoom.addListener(() -> {
			if (!isDisposed()) {
				redraw();
			}
		});
		new PictureNavigation(this, zoom);
		addPaintListener(event -> paint(event.gc));
		addDisposeListener(event -> forget());
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
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
	public void show(RgbImage other, String text) {
		description = text;
		if (picture != other) {
			picture = other;
			forget();
			redraw();
		}
	}

	/** Whether the picture will soon be another one: the best way to enlarge it takes several times as long as a good one. */
	void setGrowing(boolean other) {
		if (growing != other) {
			growing = other;
			redraw();
		}
	}

	/** What is shown; null for nothing. */
	public RgbImage picture() {
		return picture;
	}

	/** What part of it is seen. */
	public PictureZoom zoom() {
		return zoom;
	}

	/** Where the whole picture lies, in this canvas; parts of it may lie outside. */
	Rectangle area() {
		Rectangle area = getClientArea();
		if (picture == null) {
			return area;
		}
		double scale = zoom.scale(area.width, area.height);
		int width = (int) Math.max(1, Math.round(picture.width() * scale));
		int height = (int) Math.max(1, Math.round(picture.height() * scale));
		return new Rectangle(place(width, area.width, zoom.x()), place(height, area.height, zoom.y()), width, height);
	}

	/** What has room is in the middle; of the rest, the part that is wanted is seen. */
	private static int place(int size, int room, double middle) {
		return size <= room ? (room - size) / 2
				: Math.clamp(Math.round(room / 2.0 - middle * size), room - size, 0);
	}

	private void paint(GC gc) {
		if (picture == null) {
			return;
		}
		if (image == null) {
			image = new Image(getDisplay(), Pixels.data(picture));
		}
		Rectangle area = area();
		gc.setInterpolation(area.width > PIXELS_SEEN * picture.width() ? SWT.NONE : growing ? SWT.DEFAULT : SWT.HIGH);
		gc.drawImage(image, 0, 0, picture.width(), picture.height(), area.x, area.y, area.width, area.height);
		if (isFocusControl()) {
			Rectangle seen = area.intersection(getClientArea());
			gc.drawFocus(seen.x, seen.y, seen.width, seen.height);
		}
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
