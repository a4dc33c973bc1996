// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.image.Area;
import org.starfish.core.image.RgbImage;

/** Shows a picture as wide as the view, or as high as it may be, and perhaps a rectangle over it. */
final class PictureView extends DrawnView {
	private static final int SIDE = 136;

	private Image image;
	private RgbImage picture;
	/** The size of the picture whose pixels {@link #frame} is in. */
	private double pictureWidth = 1;
	private double pictureHeight = 1;
	private Optional<Area> frame = Optional.empty();
	private String description = "";
	/** The shape of what is to be shown: its height for a width of 1. */
	private double shape = 1;
	private int highest = Integer.MAX_VALUE;

	PictureView(Composite parent) {
		super(parent, SWT.NONE);
		addDisposeListener(event -> forget());
	}

	/**
	 * Says what shape the view should have.
	 *
	 * @param width of the picture that is to be shown
	 * @param height of the picture
	 * @param most the height that is at most taken for it, and never more than the width of the view
	 * @return whether the parent is to be laid out again
	 */
	boolean prepare(int width, int height, int most) {
		double newShape = Math.min(1, (double) height / width);
		boolean changed = newShape != shape || most != highest;
		shape = newShape;
		highest = most;
		return changed;
	}

	/** Sets what is said to be seen. */
	void describe(String text) {
		description = text;
		setToolTipText(text);
	}

	@Override
	protected String describe() {
		return description;
	}

	/** The largest size, in pixels of the device, at which a picture of a size is shown whole. */
	Point pixels(int width, int height) {
		Rectangle area = fitted(width, height);
		double scale = DeviceScale.of(this);
		return new Point((int) Math.max(1, Math.round(area.width * scale)),
				(int) Math.max(1, Math.round(area.height * scale)));
	}

	/**
	 * Shows a picture.
	 *
	 * @param scaled to the size that {@link #pixels} says; null to show nothing
	 * @param width of the original, in whose pixels the frame is
	 * @param height of the original
	 */
	void show(RgbImage scaled, int width, int height) {
		forget();
		picture = scaled;
		pictureWidth = width;
		pictureHeight = height;
		redraw();
	}

	/** What is shown; null for nothing. */
	RgbImage picture() {
		return picture;
	}

	/** Draws a rectangle over the picture. */
	void frame(Optional<Area> area) {
		if (!area.equals(frame)) {
			frame = area;
			redraw();
		}
	}

	private Rectangle fitted(double width, double height) {
		Rectangle area = getClientArea();
		double factor = Math.min(area.width / width, area.height / height);
		int fittedWidth = (int) Math.max(1, Math.round(width * factor));
		int fittedHeight = (int) Math.max(1, Math.round(height * factor));
		return new Rectangle(0, 0, fittedWidth, fittedHeight);
	}

	@Override
	protected void paint(GC gc) {
		if (picture == null) {
			return;
		}
		if (image == null) {
			ImageData data = Pixels.data(picture);
			Rectangle area = fitted(pictureWidth, pictureHeight);
			image = new Image(getDisplay(), (ImageDataProvider) zoom -> {
				int width = Math.round(area.width * zoom / 100f);
				int height = Math.round(area.height * zoom / 100f);
				return width == data.width && height == data.height ? data : data.scaledTo(width, height);
			});
		}
		Rectangle area = fitted(pictureWidth, pictureHeight);
		gc.drawImage(image, area.x, area.y);
		frame.ifPresent(seen -> paintFrame(gc, seen.within(pictureWidth, pictureHeight,
				new Area(area.x, area.y, area.width, area.height))));
	}

	private static void paintFrame(GC gc, Area seen) {
		int x = (int) Math.round(seen.x());
		int y = (int) Math.round(seen.y());
		int width = Math.max(2, (int) Math.round(seen.width()) - 1);
		int height = Math.max(2, (int) Math.round(seen.height()) - 1);
		gc.setForeground(GridColors.HALO);
		gc.setAlpha(140);
		gc.setLineWidth(3);
		gc.drawRectangle(x, y, width, height);
		gc.setAlpha(255);
		gc.setLineWidth(1);
		gc.setForeground(GridColors.SELECTION);
		gc.drawRectangle(x, y, width, height);
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		int width = widthHint == SWT.DEFAULT ? SIDE : widthHint;
		int height = (int) Math.clamp(Math.round(width * shape), 1, highest);
		return new Point(width, heightHint == SWT.DEFAULT ? height : heightHint);
	}
}
