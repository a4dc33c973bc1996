// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.activation.Bounds;
import org.starfish.core.activation.Histogram;
import org.starfish.core.activation.LayerActivation;

/** Shows how often the values of a channel occur, on a logarithmic scale: most values of a rectified one are 0. */
final class HistogramView extends DrawnView {
	private static final int BINS = 16;
	private static final int BARS = 44;

	private Histogram histogram;
	/** The bin of the value that is shown, if it is a single one. */
	private int marked = -1;

	HistogramView(Composite parent) {
		super(parent, SWT.NONE);
		addMouseMoveListener(event -> point(event.x));
	}

	/** Shows the values of a channel, or where among those of its layer a single value is. */
	void show(LayerActivation activation, int channel) {
		boolean single = activation.positions() == 1;
		histogram = single ? ofLayer(activation) : activation.histogram(channel, BINS);
		marked = single ? bin(activation.bounds(), activation.at(channel, 0, 0)) : -1;
		setToolTipText(null);
		redraw();
	}

	private static Histogram ofLayer(LayerActivation activation) {
		int[] counts = new int[BINS];
		for (int channel = 0; channel < activation.channels(); channel++) {
			int bin = bin(activation.bounds(), activation.at(channel, 0, 0));
			if (bin >= 0) {
				counts[bin]++;
			}
		}
		return new Histogram(activation.bounds(), counts);
	}

	/** Where a value belongs; -1 for one that is not finite. */
	private static int bin(Bounds bounds, float value) {
		return Float.isFinite(value) ? Math.clamp((long) (bounds.place(value) * BINS), 0, BINS - 1) : -1;
	}

	@Override
	protected String describe() {
		return histogram == null ? Messages.HistogramView_empty : NLS.bind(Messages.HistogramView_name, ChannelText.number(histogram.bounds().low()),
				ChannelText.number(histogram.bounds().high()));
	}

	private void point(int x) {
		if (histogram == null) {
			return;
		}
		int bin = Math.clamp((long) x * BINS / Math.max(1, getClientArea().width), 0, BINS - 1);
		double low = histogram.bounds().low();
		double step = (histogram.bounds().high() - low) / BINS;
		String text = NLS.bind(Messages.HistogramView_bin, new Object[] { histogram.counts()[bin],
				ChannelText.number(low + bin * step), ChannelText.number(low + (bin + 1) * step) });
		if (!text.equals(getToolTipText())) {
			setToolTipText(text);
		}
	}

	@Override
	protected void paint(GC gc) {
		if (histogram == null) {
			return;
		}
		Rectangle area = getClientArea();
		double most = Math.log1p(Math.max(1, histogram.most()));
		for (int bin = 0; bin < BINS; bin++) {
			int count = histogram.counts()[bin];
			if (count > 0) {
				int left = bin * area.width / BINS;
				int right = (bin + 1) * area.width / BINS;
				int height = Math.max(2, (int) Math.round(Math.log1p(count) * BARS / most));
				gc.setBackground(bin == marked ? GridColors.SELECTION : GridColors.BAR);
				gc.fillRectangle(left, BARS - height, Math.max(1, right - left - 2), height);
			}
		}
		gc.setForeground(GridColors.muted(this));
		gc.drawLine(0, BARS, area.width, BARS);
		gc.drawText(ChannelText.number(histogram.bounds().low()), 0, BARS + 3, true);
		String high = ChannelText.number(histogram.bounds().high());
		gc.drawText(high, area.width - gc.textExtent(high).x - 1, BARS + 3, true);
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		var gc = new GC(this);
		int text = gc.getFontMetrics().getHeight();
		gc.dispose();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, BARS + 3 + text);
	}
}
