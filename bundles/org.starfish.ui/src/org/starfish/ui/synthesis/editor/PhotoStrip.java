// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.evaluation.PhotoComparison;
import org.starfish.core.evaluation.PhotoComparison.Photo;
import org.starfish.ui.activation.DrawnView;
import org.starfish.ui.activation.GridColors;

/** Shows on one line what photos reach, each a tick, and where the synthesized picture is. */
final class PhotoStrip extends DrawnView {
	private static final int BAND = 14;
	private static final int MARKER = 5;
	private static final int LIGHT = 110;

	private PhotoComparison comparison;
	private double reached;

	PhotoStrip(Composite parent) {
		super(parent, SWT.NONE);
	}

	/**
	 * Shows photos.
	 *
	 * @param photos null for none
	 * @param value what the synthesized picture reaches
	 */
	void show(PhotoComparison photos, double value) {
		comparison = photos;
		reached = value;
		setToolTipText(photos == null ? null : describe());
		redraw();
	}

	@Override
	protected String describe() {
		return comparison == null ? Messages.PhotoStrip_empty
				: NLS.bind(Messages.PhotoStrip_text,
						new Object[] { comparison.photos().size(), Numbers.plain(comparison.minimum()),
								Numbers.plain(comparison.median()), Numbers.plain(comparison.best().value()),
								Numbers.plain(reached), comparison.below(reached) });
	}

	@Override
	protected void paint(GC gc) {
		if (comparison == null) {
			return;
		}
		Rectangle area = getClientArea();
		double low = Math.min(comparison.minimum(), reached);
		double high = Math.max(comparison.best().value(), reached);
		int top = MARKER + 2;
		gc.setForeground(GridColors.muted(this));
		gc.drawLine(0, top + BAND, area.width, top + BAND);
		gc.setBackground(GridColors.BAR);
		gc.setAlpha(LIGHT);
		for (Photo photo : comparison.photos()) {
			gc.fillRectangle(place(photo.value(), low, high, area.width) - 1, top, 2, BAND);
		}
		gc.setAlpha(255);
		gc.fillRectangle(place(comparison.median(), low, high, area.width) - 1, top - 2, 3, BAND + 2);
		int at = place(reached, low, high, area.width);
		gc.setBackground(GridColors.SELECTION);
		gc.fillPolygon(new int[] { at - MARKER, 0, at + MARKER, 0, at, MARKER + 1 });
		gc.fillRectangle(at - 1, MARKER, 2, BAND + 2);
		int text = top + BAND + 2;
		gc.setForeground(GridColors.muted(this));
		gc.drawText(Numbers.plain(low), 0, text, true);
		String most = Numbers.plain(high);
		gc.drawText(most, area.width - gc.textExtent(most).x - 1, text, true);
		middle(gc, area, text, low, high);
	}

	/** Writes the median, where it does not run into the ends. */
	private void middle(GC gc, Rectangle area, int y, double low, double high) {
		String text = NLS.bind(Messages.PhotoStrip_median, Numbers.plain(comparison.median()));
		int width = gc.textExtent(text).x;
		int left = gc.textExtent(Numbers.plain(low)).x + 8;
		int right = area.width - gc.textExtent(Numbers.plain(high)).x - 8 - width;
		if (left <= right) {
			gc.drawText(text, Math.clamp(place(comparison.median(), low, high, area.width) - width / 2, left, right), y, true);
		}
	}

	private static int place(double value, double low, double high, int width) {
		double share = high > low ? (value - low) / (high - low) : 0.5;
		return MARKER + (int) Math.round(share * (width - 2 * MARKER - 1));
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		var gc = new GC(this);
		int text = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 180 : widthHint, MARKER + BAND + 6 + text);
	}
}
