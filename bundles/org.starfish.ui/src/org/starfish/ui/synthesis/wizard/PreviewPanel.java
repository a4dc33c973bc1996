// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.Schedule;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;

/** Shows the preview grow, how far it is, and how it differs from what will be drawn. */
final class PreviewPanel {
	private static final int SIDE = 240;
	private static final int CURVE_HEIGHT = 64;

	private final Choices choices;
	private final Composite control;
	private final Label size;
	private final PreviewPicture picture;
	private final Label advance;
	private final Label trouble;
	private final ScoreCurve curve;

	PreviewPanel(Composite parent, Choices choices) {
		this.choices = choices;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(control);
		var title = new Label(control, SWT.NONE);
		title.setText(Messages.PreviewPanel_title);
		title.setFont(Fonts.bold(title));
		picture = new PreviewPicture(control);
		GridDataFactory.swtDefaults().hint(SIDE, SIDE).applyTo(picture);
		advance = line();
		size = line();
		var objective = new Label(control, SWT.NONE);
		objective.setText(Messages.PreviewPanel_objective);
		GridDataFactory.fillDefaults().indent(0, 6).applyTo(objective);
		curve = new ScoreCurve(control);
		GridDataFactory.swtDefaults().hint(SIDE, CURVE_HEIGHT).applyTo(curve);
		trouble = line();
		trouble.setForeground(control.getForeground());
	}

	private Label line() {
		var label = new Label(control, SWT.WRAP);
		label.setForeground(GridColors.muted(label));
		GridDataFactory.fillDefaults().hint(SIDE, SWT.DEFAULT).applyTo(label);
		return label;
	}

	Composite control() {
		return control;
	}

	/**
	 * Shows how it stands.
	 *
	 * @param preview empty as long as the model is being read
	 */
	void show(Optional<Preview> preview) {
		Optional<RgbImage> drawn = preview.flatMap(Preview::picture).filter(image -> !choices.subjects().isEmpty());
		picture.show(drawn, choices.subjects().isEmpty() ? Messages.PreviewPanel_nothing
				: Messages.PreviewPanel_waiting, description());
		curve.show(preview.map(Preview::steps).map(steps -> steps.scores()).orElse(new double[0]),
				preview.flatMap(Preview::advance).map(Preview.Advance::total).orElse(0));
		set(advance, preview.flatMap(Preview::advance).map(PreviewPanel::text).orElse(""));
		set(size, preview.flatMap(Preview::size).map(this::text).orElse(""));
		set(trouble, preview.flatMap(Preview::trouble).orElse(""));
	}

	/** Layouts cost time, and most of the time the number of lines is the same. */
	private void set(Label label, String text) {
		if (!label.getText().equals(text)) {
			label.setText(text);
			control.layout(true);
		}
	}

	private String description() {
		return choices.firstWish().map(wish -> NLS.bind(Messages.PreviewPanel_description, wish.label())).orElse("");
	}

	private static String text(Preview.Advance at) {
		String step = at.octaves() == 1 ? NLS.bind(Messages.PreviewPanel_step, at.step(), at.total())
				: NLS.bind(Messages.PreviewPanel_octave, new Object[] { at.octave(), at.octaves(), at.step(), at.total() });
		return at.rank() == 0 ? step : NLS.bind(Messages.PreviewPanel_rank, step, at.rank());
	}

	private String text(Schedule.Stage drawn) {
		if (choices.start().isPresent() && choices.size() > 0) {
			// The shape may be that of the image it starts from.
			return "";
		}
		String pixels = NLS.bind(Messages.PreviewPanel_size, drawn.width(), drawn.height());
		int wanted = choices.size() > 0 ? choices.size()
				: choices.model().map(model -> model.network().inputShape().height()).orElse(drawn.height());
		String smaller = wanted == drawn.height() ? pixels
				: NLS.bind(Messages.PreviewPanel_smaller, new Object[] { pixels, wanted * drawn.width() / drawn.height(), wanted });
		return choices.firstWish().filter(wish -> choices.count() > 1)
				.map(wish -> NLS.bind(Messages.PreviewPanel_first,
						new Object[] { smaller, wish.label(), choices.count() }))
				.orElse(smaller);
	}
}
