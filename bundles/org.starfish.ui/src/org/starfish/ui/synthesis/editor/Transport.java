// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.Advance;

/** The head of the editor: what is drawn, how far it has come, and buttons as those of a player. */
final class Transport {
	private final Composite header;
	private final Label title;
	private final Label source;
	private final Label advance;
	private final Button pause;
	private final Button step;
	private final Button stop;

	Transport(Composite parent, EditorActions actions) {
		header = new Composite(parent, SWT.NONE);
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
		pause = Buttons.push(header, Messages.SynthesisPanel_pause, Messages.SynthesisPanel_pauseHint, actions::pause);
		step = Buttons.push(header, Messages.SynthesisPanel_step, Messages.SynthesisPanel_stepHint, actions::step);
		stop = Buttons.push(header, Messages.SynthesisPanel_stop, Messages.SynthesisPanel_stopHint, actions::stop);
	}

	/** Says what is drawn. */
	void name(String name, String from) {
		title.setText(name);
		source.setText(from);
	}

	/** Says how far it is, where nothing runs. */
	void still(String text) {
		offer(false);
		advance.setText(text);
	}

	/** Follows a run. */
	void show(SynthesisRun run) {
		offer(!run.isOver());
		pause.setText(run.steering().isPaused() ? Messages.SynthesisPanel_resume : Messages.SynthesisPanel_pause);
		advance.setText(run.advance().map(now -> switch (run.state()) {
		case DONE -> NLS.bind(Messages.SynthesisPanel_done, now.step());
		case STOPPED -> NLS.bind(Messages.SynthesisPanel_stopped, now.step(), now.total());
		default -> text(now);
		}).orElse(""));
	}

	/** The buttons keep their place, so that nothing moves when the picture is done. */
	private void offer(boolean offered) {
		pause.setVisible(offered);
		step.setVisible(offered);
		stop.setVisible(offered);
	}

	private static String text(Advance now) {
		String where = NLS.bind(Messages.SynthesisPanel_octave,
				new Object[] { now.octave(), now.octaves(), now.step(), now.total() });
		Optional<String> pace = now.stepsPerSecond()
				.map(speed -> NLS.bind(Messages.SynthesisPanel_speed, Numbers.plain(speed)));
		Optional<String> left = now.secondsLeft().map(Numbers::duration)
				.map(time -> NLS.bind(Messages.SynthesisPanel_left, time));
		return where + pace.orElse("") + left.orElse("");
	}

	/** Makes room for other texts. */
	void layout() {
		header.layout();
	}

	/** Puts the focus on the first button, if there is one. */
	boolean setFocus() {
		return pause.isVisible() && pause.setFocus();
	}
}
