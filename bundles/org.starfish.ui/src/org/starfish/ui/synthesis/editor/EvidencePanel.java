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
import org.starfish.core.evidence.Firing;
import org.starfish.core.evidence.PhotoComparison;
import org.starfish.core.evidence.SecondOpinion;
import org.starfish.core.evidence.Testimony;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.PredictionsView;
import org.starfish.ui.synthesis.Fonts;

/** Shows what speaks for a picture, as far as it is known. */
final class EvidencePanel {
	private static final int WIDTH = 190;
	private static final int SHOWN_OPINIONS = 3;

	private final Composite panel;
	private final PredictionsView says;
	private final Label reached;
	private final Label rank;
	private final Label firing;
	private final Label photosTitle;
	private final Label best;
	private final PhotoStrip photos;
	private final Label othersTitle;
	private final Label others;
	private Testimony testimony;

	EvidencePanel(Composite parent) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).spacing(24, 0).applyTo(panel);
		Composite left = column();
		title(left, Messages.EvidencePanel_says);
		says = new PredictionsView(left);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(says);
		othersTitle = title(left, Messages.EvidencePanel_others);
		others = text(left);
		Composite right = column();
		title(right, Messages.EvidencePanel_evidence);
		reached = text(right);
		rank = text(right);
		firing = text(right);
		photosTitle = title(right, Messages.EvidencePanel_photos);
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
		testimony = null;
		says.show(null);
		photos.show(null, 0);
		for (Control control : List.of(photosTitle, best, photos, othersTitle, others)) {
			Buttons.show(control, false);
		}
		Buttons.show(panel, false);
	}

	/** Shows what the network answers. */
	void heard(Testimony heard) {
		testimony = heard;
		says.show(heard.predictions());
		reached.setText(NLS.bind(heard.ofClass() ? Messages.EvidencePanel_logit : Messages.EvidencePanel_activation,
				Numbers.plain(heard.reached())));
		rank.setText(heard.rank() > 0 ? NLS.bind(Messages.EvidencePanel_rank, heard.rank()) : "");
		Buttons.show(rank, heard.rank() > 0);
		firing.setText(NLS.bind(Messages.EvidencePanel_firing,
				heard.others().stream().map(EvidencePanel::text).collect(Collectors.joining(", "))));
		Buttons.show(firing, !heard.others().isEmpty());
		Buttons.show(panel, true);
	}

	private static String text(Firing firing) {
		String name = firing.label().map(label -> label.split(",", 2)[0].strip()).orElse(firing.unit().toString());
		return NLS.bind(Messages.EvidencePanel_unit, name, Numbers.plain(firing.value()));
	}

	/** Shows what other networks answer. */
	void seconded(List<SecondOpinion> opinions) {
		others.setText(opinions.stream().limit(SHOWN_OPINIONS)
				.map(opinion -> NLS.bind(Messages.EvidencePanel_opinion,
						new Object[] { opinion.model(), opinion.label(), Numbers.plain(opinion.value()), opinion.rank() }))
				.collect(Collectors.joining("\n")));
		Buttons.show(othersTitle, !opinions.isEmpty());
		Buttons.show(others, !opinions.isEmpty());
	}

	/** Shows what photos reach. */
	void compared(PhotoComparison comparison) {
		if (testimony == null) {
			return;
		}
		best.setText(NLS.bind(Messages.EvidencePanel_best, Numbers.plain(comparison.best().value()),
				comparison.best().file().getFileName()));
		photosTitle.setText(comparison.photos().size() == comparison.total()
				? NLS.bind(Messages.EvidencePanel_allPhotos, comparison.total())
				: NLS.bind(Messages.EvidencePanel_somePhotos, comparison.photos().size(), comparison.total()));
		photos.show(comparison, testimony.reached());
		for (Control control : List.of(photosTitle, best, photos)) {
			Buttons.show(control, true);
		}
	}
}
