// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.Advance;
import org.starfish.ui.synthesis.SynthesisRun.State;
import org.starfish.ui.synthesis.Trace.Steps;

/** What the editor consists of: the picture, the largest thing, and beside it how it came about. */
final class SynthesisPanel {
	private static final int[] WEIGHTS = { 50, 50 };
	private static final int CHART_HEIGHT = 200;
	/** Nanoseconds between two curves at least: a curve grows less than a picture, and takes longer to draw. */
	private static final long CHART_PERIOD = 1_000_000_000;

	private final Composite panel;
	private final Transport transport;
	private final PictureZoom zoom = new PictureZoom();
	private final PictureCanvas picture;
	private final TimeLine timeLine;
	private final ScrolledComposite scrolled;
	private final Composite side;
	private final ProblemStrip problem;
	private final Label message;
	private final Label chartTitle;
	private final ObjectiveChart chart;
	private final EvaluationPanel evaluation;
	private final LivePanel live;
	private final Label facts;
	private final Composite again;
	private Optional<RgbImage> newest = Optional.empty();
	private String title = "";
	/** What was seen at the last layout. */
	private Object structure;
	private long charted = System.nanoTime() - CHART_PERIOD;

	SynthesisPanel(Composite parent, Path file, EditorActions actions) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 8).applyTo(panel);
		transport = new Transport(panel, actions);
		var sash = new SashForm(panel, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		var left = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(left);
		picture = new PictureCanvas(left, zoom);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(picture);
		timeLine = new TimeLine(left, actions, this::look);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(timeLine.control());
		scrolled = new ScrolledComposite(sash, SWT.V_SCROLL);
		side = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 0).spacing(6, 8).applyTo(side);
		problem = new ProblemStrip(side);
		message = wrapped();
		chartTitle = new Label(side, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(chartTitle);
		chart = new ObjectiveChart(side, timeLine::goTo);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, CHART_HEIGHT).applyTo(chart.control());
		evaluation = new EvaluationPanel(side);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(evaluation.control());
		live = new LivePanel(side, actions);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(live.control());
		facts = wrapped();
		facts.setForeground(GridColors.muted(facts));
		again = new Composite(side, SWT.NONE);
		RowLayoutFactory.fillDefaults().wrap(true).spacing(6).applyTo(again);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(again);
		Buttons.push(again, Messages.SynthesisPanel_replay, Messages.SynthesisPanel_replayHint, actions::replay);
		Buttons.push(again, Messages.SynthesisPanel_replayWith, Messages.SynthesisPanel_replayWithHint, actions::replayWith);
		Buttons.push(again, Messages.SynthesisPanel_compare, Messages.SynthesisPanel_compareHint, actions::compare);
		Buttons.push(again, Messages.SynthesisPanel_copy, Messages.SynthesisPanel_copyHint, actions::copyCommand);
		scrolled.setContent(side);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setShowFocusedControl(true);
		scrolled.addListener(SWT.Resize, event -> fit());
		sash.setWeights(WEIGHTS);
		new PictureSharing(picture, file, () -> {
			// A picture that still grows is written when it is done.
			if (again.isVisible()) {
				actions.saveAs();
			}
		});
	}

	private Label wrapped() {
		var label = new Label(side, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
		return label;
	}

	/** Something has come or gone. */
	void layout() {
		panel.layout(true, true);
		fit();
	}

	private void fit() {
		int width = scrolled.getClientArea().width;
		scrolled.setMinSize(0, side.computeSize(width, SWT.DEFAULT).y);
	}

	void setFocus() {
		if (!transport.setFocus()) {
			picture.setFocus();
		}
	}

	/** The newest picture, of full size when it is done. */
	Optional<RgbImage> wholePicture() {
		return newest;
	}

	/** Where the evaluation is shown. */
	EvaluationPanel evaluation() {
		return evaluation;
	}

	/** Shows how a synthesis stands. */
	void show(SynthesisRun run) {
		SynthesisRequest request = run.request();
		boolean whole = run.state() == State.DONE || run.state() == State.STOPPED;
		Buttons.show(again, whole);
		title = request.label();
		transport.name(title, NLS.bind(Messages.RecipeText_source,
				new Object[] { request.model().name(), request.preset(), request.seed() }));
		transport.show(run);
		newest = run.picture();
		picture.setGrowing(!run.isOver());
		timeLine.show(run.film().stills(), run.state() == State.DONE);
		Buttons.show(timeLine.control(), !run.film().stills().isEmpty());
		showPicture();
		Steps steps = run.trace().steps();
		boolean begun = steps.count() > 0;
		Buttons.show(chartTitle, begun);
		Buttons.show(chart.control(), begun);
		if (begun) {
			chartTitle.setText(text(steps));
			long now = System.nanoTime();
			if (now - charted > CHART_PERIOD || run.isOver() || run.steering().isPaused()) {
				charted = now;
				chart.show(steps, run.advance().map(Advance::total).orElse(steps.count()));
			}
		}
		Buttons.show(live.control(), begun && !run.isOver());
		if (!run.isOver()) {
			live.show(run.parameters());
		}
		say(run.trouble().orElse(
				run.state() == State.WAITING ? NLS.bind(Messages.SynthesisPanel_waiting, request.model().name()) : ""));
		facts.setText(run.isOver() ? run.recipe().map(SynthesisPanel::facts).orElse("") : "");
		Buttons.show(facts, !facts.getText().isEmpty());
		layoutIfOther(List.of(begun, !run.film().stills().isEmpty(), run.state(), message.getText(), facts.getText(), live.rows()));
	}

	/** At most frames nothing comes or goes, and a layout of everything would cost steps. */
	private void layoutIfOther(Object shown) {
		if (shown.equals(structure)) {
			transport.layout();
		} else {
			structure = shown;
			layout();
		}
	}

	private static String text(Steps steps) {
		int last = steps.count() - 1;
		int rank = steps.ranks()[last];
		boolean drawn = Arrays.stream(steps.ranks()).anyMatch(each -> each > 1);
		return NLS.bind(rank == 0 ? Messages.SynthesisPanel_objective
				: drawn ? Messages.SynthesisPanel_objectiveRanks : Messages.SynthesisPanel_objectiveRank,
				new Object[] { Numbers.plain(steps.scores()[last]), Numbers.plain(steps.gradients()[last]), rank });
	}

	/** The user looks back, or at the newest picture again. */
	private void look(Optional<Still> still) {
		chart.mark(still.map(Still::step).map(OptionalInt::of).orElse(OptionalInt.empty()));
		showPicture();
	}

	private void showPicture() {
		Optional<RgbImage> shown = timeLine.chosen().map(Still::picture).or(() -> newest);
		// Octaves are shown as large as the whole picture.
		shown.ifPresent(image -> zoom.fit(image.width(), image.height()));
		picture.show(shown.orElse(null), title);
	}

	/** Says what is wrong with the ascent, with what may help. */
	void show(Optional<String> wrong, List<ProblemStrip.Help> help) {
		if (problem.show(wrong, help)) {
			layout();
		}
	}

	/** Shows a picture that was drawn some time ago. */
	void show(StoredPicture stored) {
		Buttons.show(again, true);
		title = RecipeText.title(stored.recipe());
		transport.name(title, RecipeText.source(stored.recipe()));
		transport.still(NLS.bind(Messages.SynthesisPanel_size, stored.picture().width(), stored.picture().height()));
		newest = Optional.of(stored.picture());
		showPicture();
		hideCourse();
		say("");
		facts.setText(facts(stored.recipe()));
		Buttons.show(facts, true);
		layout();
	}

	/** Says that something could not be done; what is shown stays. */
	void showTrouble(String sentence) {
		say(sentence);
		layout();
	}

	/** Says why there is nothing to show. */
	void showMessage(String sentence) {
		transport.still("");
		Buttons.show(again, false);
		hideCourse();
		say(sentence);
		layout();
	}

	private void hideCourse() {
		Buttons.show(chartTitle, false);
		Buttons.show(chart.control(), false);
		Buttons.show(live.control(), false);
		problem.show(Optional.empty(), List.of());
	}

	private void say(String sentence) {
		message.setText(sentence);
		Buttons.show(message, !sentence.isEmpty());
	}

	private static String facts(Recipe recipe) {
		List<String> differences = RecipeText.differences(recipe);
		return differences.isEmpty() ? NLS.bind(Messages.SynthesisPanel_asPreset, recipe.preset())
				: NLS.bind(Messages.SynthesisPanel_differences, recipe.preset(), String.join("\n", differences));
	}
}
