// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.activation.Predictions;
import org.starfish.core.activation.TopPredictions.Prediction;

/** Shows what a network takes a picture for: names, bars and values. */
public final class PredictionsView extends DrawnView {
	private static final int ROWS = 5;
	private static final int PADDING = 5;
	private static final int GAP = 8;

	private Predictions predictions;

	/**
	 * @param parent to hold it
	 */
	public PredictionsView(Composite parent) {
		super(parent, SWT.NONE);
		addMouseMoveListener(event -> {
			int row = event.y / rowHeight();
			String text = predictions == null || row < 0 || row >= predictions.top().size() ? null
					: text(predictions.top().get(row));
			if (!Objects.equals(text, getToolTipText())) {
				setToolTipText(text);
			}
		});
	}

	/**
	 * Shows predictions.
	 *
	 * @param other null to show none
	 */
	public void show(Predictions other) {
		predictions = other;
		redraw();
	}

	@Override
	protected String describe() {
		return predictions == null ? Messages.PredictionsView_empty
				: predictions.top().stream().map(this::text).collect(Collectors.joining("; "));
	}

	private String text(Prediction prediction) {
		return NLS.bind(Messages.PredictionsView_line, name(prediction, prediction.label()), value(prediction.value()));
	}

	private static String name(Prediction prediction, String label) {
		return label.isEmpty() ? NLS.bind(Messages.PredictionsView_class, prediction.index()) : label;
	}

	private static String shortName(Prediction prediction) {
		return name(prediction, ShortText.label(prediction.label()));
	}

	private String value(float value) {
		return predictions.probabilities() ? String.format("%.3f", value) : ChannelText.number(value);
	}

	@Override
	protected void paint(GC gc) {
		if (predictions == null || predictions.top().isEmpty()) {
			return;
		}
		Rectangle area = getClientArea();
		List<Prediction> top = predictions.top();
		int valueWidth = top.stream().mapToInt(each -> gc.textExtent(value(each.value())).x).max().orElse(0);
		int wanted = top.stream().mapToInt(each -> gc.textExtent(shortName(each)).x).max().orElse(0);
		int nameWidth = Math.min(wanted, Math.max(0, area.width - valueWidth - 2 * GAP) * 3 / 5);
		int barLeft = nameWidth + GAP;
		int barWidth = Math.max(1, area.width - valueWidth - GAP - barLeft);
		float most = predictions.probabilities() ? 1 : Math.max(Float.MIN_NORMAL, top.get(0).value());
		int y = 0;
		for (Prediction prediction : top) {
			gc.setForeground(ink());
			gc.drawText(ShortText.fitting(gc, shortName(prediction), nameWidth), 0, y + PADDING / 2, true);
			String value = value(prediction.value());
			gc.drawText(value, area.width - gc.textExtent(value).x, y + PADDING / 2, true);
			gc.setBackground(GridColors.BAR);
			double share = Math.clamp((double) prediction.value() / most, 0.0, 1.0);
			int length = Double.isNaN(share) ? 0 : (int) Math.max(1, Math.round(share * barWidth));
			gc.fillRectangle(barLeft, y + 4, length, rowHeight() - 8);
			y += rowHeight();
		}
	}

	private int rowHeight() {
		var gc = new GC(this);
		int height = gc.getFontMetrics().getHeight();
		gc.dispose();
		return height + PADDING;
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(widthHint == SWT.DEFAULT ? 200 : widthHint, ROWS * rowHeight());
	}
}
