// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.ui.activation.GridColors;

/**
 * Looks back at how a picture grew: pictures of its way, a slider over all that were kept, and what can be done with them.
 * At its end the slider follows the picture that grows.
 */
final class TimeLine {
	private final Composite line;
	private final FilmStrip strip;
	private final Scale slider;
	private final Label where;
	private final Button branch;
	private final Consumer<Optional<Still>> chosen;
	private List<Still> stills = List.of();
	private boolean ended;

	/**
	 * @param chosen gets the picture that is looked at; none for the newest one
	 */
	TimeLine(Composite parent, EditorActions actions, Consumer<Optional<Still>> chosen) {
		this.chosen = chosen;
		line = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(line);
		strip = new FilmStrip(line, this::choose);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(strip);
		slider = new Scale(line, SWT.HORIZONTAL);
		slider.setPageIncrement(8);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(slider);
		slider.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> told()));
		slider.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = Messages.TimeLine_name;
			}
		});
		var below = new Composite(line, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(below);
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 0).applyTo(below);
		where = new Label(below, SWT.NONE);
		where.setForeground(GridColors.muted(where));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(where);
		branch = Buttons.push(below, Messages.TimeLine_branch, Messages.TimeLine_branchHint,
				() -> actions.branch(stills.get(slider.getSelection())));
		Buttons.push(below, Messages.TimeLine_export, Messages.TimeLine_exportHint, actions::export);
	}

	Control control() {
		return line;
	}

	/**
	 * Shows more pictures, or other ones.
	 *
	 * @param done whether the last one is that of the last step, after which nothing can become otherwise
	 */
	void show(List<Still> film, boolean done) {
		if (film.size() == stills.size() && done == ended) {
			return;
		}
		ended = done;
		boolean atEnd = stills.isEmpty() || slider.getSelection() >= stills.size() - 1;
		stills = film;
		// A slider of one place has no length, which not all platforms take.
		slider.setMaximum(Math.max(1, film.size() - 1));
		slider.setEnabled(film.size() > 1);
		if (atEnd) {
			slider.setSelection(film.size() - 1);
		}
		say();
	}

	/** Looks at the picture that was kept nearest to a step. */
	void goTo(int step) {
		int nearest = 0;
		for (int i = 1; i < stills.size(); i++) {
			if (Math.abs(stills.get(i).step() - step) < Math.abs(stills.get(nearest).step() - step)) {
				nearest = i;
			}
		}
		choose(nearest);
	}

	private void choose(int index) {
		slider.setSelection(index);
		told();
	}

	private void told() {
		say();
		chosen.accept(chosen());
	}

	/** The picture that is looked at; none for the newest one. */
	Optional<Still> chosen() {
		int index = slider.getSelection();
		return index >= stills.size() - 1 ? Optional.empty() : Optional.of(stills.get(index));
	}

	private void say() {
		if (stills.isEmpty()) {
			return;
		}
		int index = Math.min(slider.getSelection(), stills.size() - 1);
		Still still = stills.get(index);
		strip.show(stills, index);
		where.setText(NLS.bind(Messages.TimeLine_where, still.step(), still.octave()));
		branch.setEnabled(!ended || index < stills.size() - 1);
	}
}
