// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Trace.Steps;

/**
 * The objective's value over the steps, and the unit's rank in its layer. Every other octave is shaded, since each one begins
 * anew. A click goes to a step.
 */
final class ObjectiveChart {
	private static final String SERIES = "objective";
	private static final String RANK = "rank";
	/** Stands back behind the objective, on light and dark ground. */
	private static final Color RANK_COLOR = new Color(150, 150, 150);
	private static final int MANY = 400;
	private static final int SHADE = 26;

	private final Chart chart;
	private final ILineSeries<?> line;
	private final ILineSeries<?> rank;
	private final int rankAxis;
	private Steps steps;
	private OptionalInt marked = OptionalInt.empty();
	private int total = 1;

	/**
	 * @param click gets the step that was clicked
	 */
	ObjectiveChart(Composite parent, IntConsumer click) {
		chart = new Chart(parent, SWT.NONE);
		chart.getTitle().setVisible(false);
		chart.getLegend().setVisible(false);
		IAxis x = chart.getAxisSet().getXAxis(0);
		IAxis y = chart.getAxisSet().getYAxis(0);
		for (IAxis axis : new IAxis[] { x, y }) {
			axis.getTitle().setVisible(false);
			axis.getGrid().setStyle(LineStyle.NONE);
		}
		line = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, SERIES);
		line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
		line.setLineColor(GridColors.BAR);
		line.setLineWidth(2);
		line.setAntialias(SWT.ON);
		rankAxis = rankAxis();
		rank = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, RANK);
		rank.setYAxisId(rankAxis);
		rank.setSymbolType(ILineSeries.PlotSymbolType.NONE);
		rank.setLineColor(RANK_COLOR);
		rank.enableStep(true);
		rank.setVisible(false);
		chart.getPlotArea().getControl().addMouseListener(MouseListener.mouseDownAdapter(event -> click
				.accept((int) Math.round((double) chart.getAxisSet().getXAxis(0).getDataCoordinate(event.x)))));
		chart.getPlotArea().addCustomPaintListener(new ICustomPaintListener() {
			@Override
			public void paintControl(PaintEvent event) {
				shade(event.gc);
				cursor(event.gc);
			}

			@Override
			public boolean drawBehindSeries() {
				return true;
			}
		});
		chart.getPlotArea().getControl().getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = describe();
			}
		});
		useTheme();
	}

	/** Says what is to be seen, for those who cannot see it. */
	private String describe() {
		if (steps == null || steps.count() == 0) {
			return Messages.ObjectiveChart_empty;
		}
		double[] scores = steps.scores();
		return NLS.bind(Messages.ObjectiveChart_text, new Object[] { steps.number(steps.count() - 1),
				Numbers.plain(scores[0]), Numbers.plain(scores[scores.length - 1]) });
	}

	/** At the right, the first rank on top. */
	private int rankAxis() {
		int id = chart.getAxisSet().createYAxis();
		IAxis axis = chart.getAxisSet().getYAxis(id);
		axis.setPosition(IAxis.Position.Secondary);
		axis.getTitle().setVisible(false);
		axis.getGrid().setStyle(LineStyle.NONE);
		axis.getTick().setVisible(false);
		axis.setReversed(true);
		return id;
	}

	/** The chart has colours of its own, which do not follow the theme. */
	private void useTheme() {
		Color background = chart.getParent().getBackground();
		Color text = GridColors.muted(chart);
		chart.setBackground(background);
		chart.getPlotArea().setBackground(background);
		for (IAxis axis : chart.getAxisSet().getAxes()) {
			axis.getTick().setForeground(text);
		}
	}

	Control control() {
		return chart;
	}

	/**
	 * Shows the steps so far.
	 *
	 * @param expected how many there will be
	 */
	void show(Steps taken, int expected) {
		steps = taken;
		total = Math.max(1, expected);
		double[] numbers = new double[taken.count()];
		Arrays.setAll(numbers, taken::number);
		chart.suspendUpdate(true);
		line.setXSeries(numbers);
		line.setYSeries(taken.scores());
		chart.getAxisSet().getXAxis(0).setRange(new Range(0, seen(taken.number(taken.count() - 1))));
		double low = Arrays.stream(taken.scores()).filter(Double::isFinite).min().orElse(0);
		double high = Arrays.stream(taken.scores()).filter(Double::isFinite).max().orElse(1);
		double margin = high > low ? (high - low) * 0.05 : 1;
		chart.getAxisSet().getYAxis(0).setRange(new Range(low - margin, high + margin));
		showRanks(numbers, taken.ranks());
		chart.suspendUpdate(false);
		chart.redraw();
	}

	/** How many steps are seen: all, so that the curve says how far it is; of very many, twice those taken at most. */
	private int seen(int taken) {
		int seen = total;
		while (seen > MANY && seen / 2 >= taken) {
			seen /= 2;
		}
		return seen;
	}

	/** From 1 to 1000 it falls evenly with the number of digits: the way down to 10 is what matters. */
	private void showRanks(double[] numbers, int[] ranks) {
		int worst = Arrays.stream(ranks).max().orElse(0);
		rank.setVisible(worst > 1);
		if (worst > 1) {
			rank.setXSeries(numbers);
			rank.setYSeries(Arrays.stream(ranks).mapToDouble(each -> Math.log10(Math.max(1, each))).toArray());
			double most = Math.log10(worst);
			chart.getAxisSet().getYAxis(rankAxis).setRange(new Range(-0.05 * most, most * 1.05));
		}
	}

	/** Marks the step of the picture that is looked at; none for the newest one. */
	void mark(OptionalInt step) {
		if (!step.equals(marked)) {
			marked = step;
			chart.redraw();
		}
	}

	private void cursor(GC gc) {
		if (marked.isPresent()) {
			Rectangle area = gc.getClipping();
			int x = chart.getAxisSet().getXAxis(0).getPixelCoordinate(marked.getAsInt());
			gc.setForeground(GridColors.SELECTION);
			gc.drawLine(x, area.y, x, area.y + area.height);
		}
	}

	private void shade(GC gc) {
		if (steps == null) {
			return;
		}
		Rectangle area = gc.getClipping();
		int alpha = gc.getAlpha();
		gc.setAlpha(SHADE);
		gc.setBackground(GridColors.BAR);
		IAxis axis = chart.getAxisSet().getXAxis(0);
		int[] octaves = steps.octaves();
		int from = 0;
		for (int i = 1; i <= octaves.length; i++) {
			if (i == octaves.length || octaves[i] != octaves[from]) {
				if (octaves[from] % 2 == 1) {
					int left = axis.getPixelCoordinate(steps.number(from));
					int right = axis.getPixelCoordinate(steps.number(i - 1));
					gc.fillRectangle(left, area.y, Math.max(1, right - left), area.height);
				}
				from = i;
			}
		}
		gc.setAlpha(alpha);
	}
}
