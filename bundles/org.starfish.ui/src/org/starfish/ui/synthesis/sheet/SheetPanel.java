// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;
import org.starfish.ui.synthesis.SynthesisQueue;
import org.starfish.ui.synthesis.editor.Numbers;

/** What the editor of a sheet consists of: how far it is, above the pictures. */
final class SheetPanel {
	private static final int BAR_WIDTH = 160;
	private static final int BAR_HEIGHT = 10;
	/** Into how many the bar divides each picture. */
	private static final int PARTS = 1000;

	/** What the user can do with the whole sheet. */
	interface Actions extends SheetCanvas.Actions {
		/** Holds the queue, or lets it go on. */
		void pause();

		/** Stops the queue and keeps what there is. */
		void stop();
	}

	private final Composite panel;
	private final Label title;
	private final Label status;
	private final ProgressBar bar;
	private final Button pause;
	private final Button stop;
	private final Label message;
	private final SheetCanvas canvas;

	SheetPanel(Composite parent, Actions actions) {
		panel = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(panel);
		var header = new Composite(panel, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
		GridLayoutFactory.fillDefaults().numColumns(5).margins(12, 8).spacing(12, 0).applyTo(header);
		title = new Label(header, SWT.NONE);
		title.setFont(Fonts.heading(title));
		status = new Label(header, SWT.NONE);
		status.setForeground(GridColors.muted(status));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(status);
		bar = new ProgressBar(header, SWT.SMOOTH);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).hint(BAR_WIDTH, BAR_HEIGHT).applyTo(bar);
		pause = button(header, Messages.SheetPanel_pause, Messages.SheetPanel_pauseHint, actions::pause);
		stop = button(header, Messages.SheetPanel_stop, Messages.SheetPanel_stopHint, actions::stop);
		message = new Label(panel, SWT.WRAP);
		GridDataFactory.fillDefaults().indent(12, 4).grab(true, false).exclude(true).applyTo(message);
		message.setVisible(false);
		canvas = new SheetCanvas(panel, actions);
		SheetDrag.outOf(canvas);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		offer(false);
	}

	private static Button button(Composite parent, String text, String hint, Runnable action) {
		var button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return button;
	}

	SheetCanvas canvas() {
		return canvas;
	}

	void setFocus() {
		canvas.setFocus();
	}

	/** Shows a sheet, or how it stands now. Often: what would not change is not laid out anew. */
	void show(SheetContent content) {
		Optional<SynthesisQueue> drawing = content.queue().filter(queue -> !queue.isOver());
		boolean changed = say("");
		offer(drawing.isPresent());
		changed |= set(title, NLS.bind(Messages.SheetPanel_title, content.count()));
		if (drawing.isPresent()) {
			String text = drawing.get().isPaused() ? Messages.SheetPanel_resume : Messages.SheetPanel_pause;
			if (!pause.getText().equals(text)) {
				pause.setText(text);
				changed = true;
			}
			int running = content.running();
			double growing = running < 0 ? 0 : content.tile(running).fraction();
			bar.setMaximum(PARTS * Math.max(1, content.count()));
			bar.setSelection((int) (PARTS * (content.drawn() + content.failed() + growing)));
		}
		// It has all the room that the others leave.
		set(status, status(content, drawing));
		canvas.show(content);
		if (changed) {
			panel.layout(true, true);
		}
	}

	private static boolean set(Label label, String text) {
		boolean changed = !label.getText().equals(text);
		if (changed) {
			label.setText(text);
		}
		return changed;
	}

	private static String status(SheetContent content, Optional<SynthesisQueue> drawing) {
		String drawn = NLS.bind(Messages.SheetPanel_drawn, content.drawn(), content.count());
		String failed = content.failed() == 0 ? "" : NLS.bind(Messages.SheetPanel_failed, content.failed());
		String left = drawing.map(queue -> queue.isPaused() ? Messages.SheetPanel_paused
				: queue.secondsLeft().map(seconds -> NLS.bind(Messages.SheetPanel_left, Numbers.duration(seconds)))
						.orElse(""))
				.orElse("");
		return drawn + failed + left;
	}

	/** Says why there is nothing to show. */
	void showMessage(String sentence) {
		offer(false);
		say(sentence);
		panel.layout(true, true);
	}

	/** Whether something has changed. */
	private boolean say(String sentence) {
		boolean changed = set(message, sentence);
		message.setVisible(!sentence.isEmpty());
		((GridData) message.getLayoutData()).exclude = sentence.isEmpty();
		return changed;
	}

	/** The buttons keep their place, so that nothing moves when all is drawn. */
	private void offer(boolean offered) {
		bar.setVisible(offered);
		pause.setVisible(offered);
		stop.setVisible(offered);
	}
}
