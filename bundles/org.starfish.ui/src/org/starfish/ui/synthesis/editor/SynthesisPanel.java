// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.Recipe;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.Advance;
import org.starfish.ui.synthesis.SynthesisRun.State;
import org.starfish.ui.synthesis.Trace.Steps;

/** What the editor consists of: the picture, the largest thing, and beside it how it came about. */
final class SynthesisPanel {
	private static final int[] WEIGHTS = { 52, 48 };
	private static final int CHART_HEIGHT = 220;

	private final Composite panel;
	private final Label title;
	private final Label source;
	private final Button pause;
	private final Button step;
	private final Button stop;
	private final Button replay;
	private final Button copy;
	private final Label advance;
	private final PictureCanvas picture;
	private final Composite side;
	private final Label chartTitle;
	private final ObjectiveChart chart;
	private final Label message;
	private final Label facts;

	/** What the user can do with a picture. */
	interface Actions {
		/** Holds the ascent, or lets it go on. */
		void pause();

		/** Takes a single step. */
		void step();

		/** Keeps the picture as it is. */
		void stop();

		/** Draws it again. */
		void replay();

		/** Copies the command that draws it again. */
		void copyCommand();
	}

	SynthesisPanel(Composite parent, Actions actions) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 8).spacing(8, 8).applyTo(panel);
		var header = new Composite(panel, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
		GridLayoutFactory.fillDefaults().numColumns(6).spacing(10, 0).applyTo(header);
		title = new Label(header, SWT.NONE);
		title.setFont(Fonts.heading(title));
		source = new Label(header, SWT.NONE);
		source.setForeground(GridColors.muted(source));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(source);
		advance = new Label(header, SWT.RIGHT);
		advance.setForeground(GridColors.muted(advance));
		GridDataFactory.swtDefaults().align(SWT.END, SWT.CENTER).applyTo(advance);
		pause = button(header, Messages.SynthesisPanel_pause, Messages.SynthesisPanel_pauseHint, actions::pause);
		step = button(header, Messages.SynthesisPanel_step, Messages.SynthesisPanel_stepHint, actions::step);
		stop = button(header, Messages.SynthesisPanel_stop, Messages.SynthesisPanel_stopHint, actions::stop);
		var sash = new SashForm(panel, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		picture = new PictureCanvas(sash);
		side = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(10, 0).spacing(6, 6).applyTo(side);
		message = new Label(side, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(message);
		chartTitle = new Label(side, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(chartTitle);
		chart = new ObjectiveChart(side);
		GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, CHART_HEIGHT).applyTo(chart.control());
		facts = new Label(side, SWT.WRAP);
		facts.setForeground(GridColors.muted(facts));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(facts);
		var row = new Composite(side, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		replay = button(row, Messages.SynthesisPanel_replay, Messages.SynthesisPanel_replayHint, actions::replay);
		copy = button(row, Messages.SynthesisPanel_copy, Messages.SynthesisPanel_copyHint, actions::copyCommand);
		sash.setWeights(WEIGHTS);
	}

	private static Button button(Composite parent, String text, String hint, Runnable action) {
		var button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	boolean isDisposed() {
		return panel.isDisposed();
	}

	void setFocus() {
		if (pause.isVisible()) {
			pause.setFocus();
		} else {
			picture.setFocus();
		}
	}

	/** Shows how a synthesis stands. */
	void show(SynthesisRun run) {
		SynthesisRequest request = run.request();
		offerTransport(!run.isOver());
		boolean paused = run.steering().isPaused();
		pause.setText(paused ? Messages.SynthesisPanel_resume : Messages.SynthesisPanel_pause);
		boolean whole = run.state() == State.DONE || run.state() == State.STOPPED;
		offerAgain(whole, whole && run.recipe().filter(recipe -> recipe.start().isEmpty()).isPresent());
		title.setText(request.label());
		source.setText(NLS.bind(Messages.RecipeText_source,
				new Object[] { request.model().name(), request.preset(), request.seed() }));
		advance.setText(advance(run));
		picture.show(run.picture().orElse(null), title.getText());
		Steps steps = run.trace().steps();
		boolean begun = steps.count() > 0;
		show(chartTitle, begun);
		show(chart.control(), begun);
		if (begun) {
			int last = steps.count() - 1;
			int rank = steps.ranks()[last];
			chartTitle.setText(NLS.bind(rank > 0 ? Messages.SynthesisPanel_objectiveRank : Messages.SynthesisPanel_objective,
					Numbers.plain(steps.scores()[last]), rank));
			chart.show(steps, run.advance().map(Advance::total).orElse(steps.count()));
		}
		say(run.trouble().or(() -> run.diagnosis().map(Diagnosis::sentence)).orElse(
				run.state() == State.WAITING ? NLS.bind(Messages.SynthesisPanel_waiting, request.model().name()) : ""));
		facts.setText(run.isOver() ? run.recipe().map(SynthesisPanel::facts).orElse("") : "");
		panel.layout(true, true);
	}

	/** Shows a picture that was drawn some time ago. */
	void show(StoredPicture stored) {
		offerTransport(false);
		offerAgain(true, stored.recipe().start().isEmpty());
		title.setText(RecipeText.title(stored.recipe()));
		source.setText(RecipeText.source(stored.recipe()));
		advance.setText(NLS.bind(Messages.SynthesisPanel_size, stored.picture().width(), stored.picture().height()));
		picture.show(stored.picture(), title.getText());
		show(chartTitle, false);
		show(chart.control(), false);
		say("");
		facts.setText(facts(stored.recipe()));
		panel.layout(true, true);
	}

	/** Says that something could not be done; what is shown stays. */
	void showTrouble(String sentence) {
		say(sentence);
		panel.layout(true, true);
	}

	/** Says why there is nothing to show. */
	void showMessage(String sentence) {
		offerTransport(false);
		offerAgain(false, false);
		show(chartTitle, false);
		show(chart.control(), false);
		say(sentence);
		panel.layout(true, true);
	}

	private void say(String sentence) {
		message.setText(sentence);
		show(message, !sentence.isEmpty());
	}

	/** The buttons keep their place, so that nothing moves when the picture is done. */
	private void offerTransport(boolean offered) {
		pause.setVisible(offered);
		step.setVisible(offered);
		stop.setVisible(offered);
	}

	private void offerAgain(boolean copied, boolean replayed) {
		show(copy, copied);
		show(replay, replayed);
	}

	private static void show(Control control, boolean shown) {
		control.setVisible(shown);
		GridData data = control.getLayoutData() instanceof GridData given ? given : new GridData();
		data.exclude = !shown;
		control.setLayoutData(data);
	}

	private static String advance(SynthesisRun run) {
		return run.advance().map(now -> switch (run.state()) {
		case DONE -> NLS.bind(Messages.SynthesisPanel_done, now.step());
		case STOPPED -> NLS.bind(Messages.SynthesisPanel_stopped, now.step(), now.total());
		default -> advance(now);
		}).orElse("");
	}

	private static String advance(Advance now) {
		String where = NLS.bind(Messages.SynthesisPanel_octave,
				new Object[] { now.octave(), now.octaves(), now.step(), now.total() });
		Optional<String> pace = now.stepsPerSecond()
				.map(speed -> NLS.bind(Messages.SynthesisPanel_speed, Numbers.plain(speed)));
		Optional<String> left = now.secondsLeft().map(Numbers::duration)
				.map(time -> NLS.bind(Messages.SynthesisPanel_left, time));
		return where + pace.orElse("") + left.orElse("");
	}

	private static String facts(Recipe recipe) {
		List<String> differences = RecipeText.differences(recipe);
		return differences.isEmpty() ? NLS.bind(Messages.SynthesisPanel_asPreset, recipe.preset())
				: NLS.bind(Messages.SynthesisPanel_differences, recipe.preset(), String.join("\n", differences));
	}
}
