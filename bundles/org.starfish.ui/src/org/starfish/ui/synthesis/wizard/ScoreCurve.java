// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Arrays;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.starfish.ui.activation.GridColors;

/** The objective's value over the steps as a bare line: whether it rises is all that a preview is asked. */
final class ScoreCurve extends Canvas {
	private static final int BASE_ALPHA = 90;

	private double[] scores = new double[0];
	private int total;

	ScoreCurve(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED);
		addPaintListener(event -> paint(event.gc));
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = scores.length == 0 ? Messages.PreviewPanel_objective
						: NLS.bind(Messages.ScoreCurve_description,
								String.format(Locale.getDefault(), "%.4g", scores[scores.length - 1]), scores.length);
			}
		});
	}

	/**
	 * Shows the steps so far.
	 *
	 * @param steps how many there will be
	 */
	void show(double[] taken, int steps) {
		if (taken.length != scores.length || steps != total || !Arrays.equals(taken, scores)) {
			scores = taken;
			total = steps;
			redraw();
		}
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setForeground(GridColors.muted(this));
		gc.setAlpha(BASE_ALPHA);
		gc.drawLine(0, area.height - 1, area.width, area.height - 1);
		gc.setAlpha(255);
		double low = Arrays.stream(scores).filter(Double::isFinite).min().orElse(0);
		double high = Arrays.stream(scores).filter(Double::isFinite).max().orElse(0);
		if (scores.length < 2 || high <= low) {
			return;
		}
		gc.setAntialias(SWT.ON);
		gc.setLineWidth(2);
		gc.setForeground(GridColors.BAR);
		int[] points = new int[2 * scores.length];
		for (int i = 0; i < scores.length; i++) {
			double score = Double.isFinite(scores[i]) ? scores[i] : low;
			points[2 * i] = (int) Math.round((double) i * (area.width - 1) / Math.max(1, total - 1));
			points[2 * i + 1] = (int) Math.round((1 - (score - low) / (high - low)) * (area.height - 4)) + 1;
		}
		gc.drawPolyline(points);
	}
}
