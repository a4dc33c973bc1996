// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.evaluation.CrossCheck;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.core.evaluation.PhotoComparison;
import org.starfish.core.evaluation.UnitActivation;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.PredictionsView;
import org.starfish.ui.synthesis.Fonts;

/** Shows what is known of how well a picture succeeds: what networks and photos answer. */
final class EvaluationPanel {
	private static final int WIDTH = 190;
	private static final int SHOWN_CHECKS = 3;

	private final Composite panel;
	private final PredictionsView says;
	private final Label reached;
	private final Label rank;
	private final Label alsoActive;
	private final Label photosTitle;
	private final Label best;
	private final PhotoStrip photos;
	private final Label othersTitle;
	private final Label others;
	private Evaluation evaluation;

	EvaluationPanel(Composite parent) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(24, 0).applyTo(panel);
		Composite left = column();
		title(left, Messages.EvaluationPanel_says);
		says = new PredictionsView(left);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(says);
		othersTitle = title(left, Messages.EvaluationPanel_others);
		others = text(left);
		Composite right = column();
		title(right, Messages.EvaluationPanel_title);
		reached = text(right);
		rank = text(right);
		alsoActive = text(right);
		photosTitle = title(right, Messages.EvaluationPanel_photos);
		best = text(right);
		photos = new PhotoStrip(right);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(photos);
		clear();
	}

	private Composite column() {
		var column = new Composite(panel, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(column);
		return column;
	}

	private static Label title(Composite column, String text) {
		var label = new Label(column, SWT.NONE);
		label.setText(text);
		label.setFont(Fonts.bold(label));
		return label;
	}

	private static Label text(Composite column) {
		var label = new Label(column, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	Control control() {
		return panel;
	}

	/** Knows nothing any more. */
	void clear() {
		evaluation = null;
		says.show(null);
		photos.show(null, 0);
		for (Control control : List.of(photosTitle, best, photos, othersTitle, others)) {
			Buttons.show(control, false);
		}
		Buttons.show(panel, false);
	}

	/** Shows what the network answers. */
	void evaluated(Evaluation shown) {
		evaluation = shown;
		says.show(shown.predictions());
		reached.setText(NLS.bind(shown.ofClass() ? Messages.EvaluationPanel_logit : Messages.EvaluationPanel_activation,
				Numbers.plain(shown.reached())));
		rank.setText(shown.rank() > 0 ? NLS.bind(Messages.EvaluationPanel_rank, shown.rank()) : "");
		Buttons.show(rank, shown.rank() > 0);
		alsoActive.setText(NLS.bind(Messages.EvaluationPanel_alsoActive,
				shown.others().stream().map(EvaluationPanel::text).collect(Collectors.joining(", "))));
		Buttons.show(alsoActive, !shown.others().isEmpty());
		Buttons.show(panel, true);
	}

	private static String text(UnitActivation unit) {
		String name = unit.label().map(label -> label.split(",", 2)[0].strip()).orElse(unit.unit().toString());
		return NLS.bind(Messages.EvaluationPanel_unit, name, Numbers.plain(unit.value()));
	}

	/** Shows what other networks answer. */
	void crossChecked(List<CrossCheck> crossChecks) {
		others.setText(crossChecks.stream().limit(SHOWN_CHECKS)
				.map(check -> NLS.bind(Messages.EvaluationPanel_crossCheck,
						new Object[] { check.model(), check.label(), Numbers.plain(check.value()), check.rank() }))
				.collect(Collectors.joining("\n")));
		Buttons.show(othersTitle, !crossChecks.isEmpty());
		Buttons.show(others, !crossChecks.isEmpty());
	}

	/** Shows what photos reach. */
	void compared(PhotoComparison comparison) {
		if (evaluation == null) {
			return;
		}
		best.setText(NLS.bind(Messages.EvaluationPanel_best, Numbers.plain(comparison.best().value()),
				comparison.best().file().getFileName()));
		photosTitle.setText(comparison.photos().size() == comparison.total()
				? NLS.bind(Messages.EvaluationPanel_allPhotos, comparison.total())
				: NLS.bind(Messages.EvaluationPanel_somePhotos, comparison.photos().size(), comparison.total()));
		photos.show(comparison, evaluation.reached());
		for (Control control : List.of(photosTitle, best, photos)) {
			Buttons.show(control, true);
		}
	}
}
