// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;

/**
 * What few people ask for, folded away: pictures of what a unit responds to least, which objective a class
 * has, and an image to start from.
 */
final class MoreChoices {
	private static final List<Optional<String>> OBJECTIVES = List.of(Optional.empty(), Optional.of("logit"),
			Optional.of("softmax"));

	private final Choices choices;
	private final ExpandableComposite control;
	private final Combo direction;
	private final Combo objective;
	private final StartField start;

	/**
	 * @param checked told when it is known whether something is wrong
	 */
	MoreChoices(Composite parent, Choices choices, Runnable checked) {
		this.choices = choices;
		control = new ExpandableComposite(parent, SWT.NONE,
				ExpandableComposite.TWISTIE | ExpandableComposite.CLIENT_INDENT);
		control.setText(Messages.MoreChoices_title);
		var rows = new Composite(control, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 6).applyTo(rows);
		direction = combo(rows, Messages.MoreChoices_direction, Messages.MoreChoices_maximum, Messages.MoreChoices_minimum,
				Messages.MoreChoices_both);
		direction.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> choices.direction(Direction.values()[direction.getSelectionIndex()])));
		objective = combo(rows, Messages.MoreChoices_objective, Messages.MoreChoices_preset, Messages.MoreChoices_logit,
				Messages.MoreChoices_softmax);
		objective.addSelectionListener(SelectionListener.widgetSelectedAdapter(
				event -> choices.objective(OBJECTIVES.get(objective.getSelectionIndex()))));
		start = new StartField(rows, choices, checked);
		control.setClient(rows);
		control.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(
				event -> control.getParent().layout(true, true)));
		control.setExpanded(choices.direction() != Direction.MAXIMUM || choices.objective().isPresent());
	}

	private static Combo combo(Composite rows, String label, String... items) {
		new Label(rows, SWT.NONE).setText(label);
		var combo = new Combo(rows, SWT.READ_ONLY);
		combo.setItems(items);
		GridDataFactory.swtDefaults().applyTo(combo);
		return combo;
	}

	Control control() {
		return control;
	}

	/** Begins with an image to start from. */
	void startFrom(Path image) {
		control.setExpanded(true);
		control.getParent().layout(true, true);
		start.show(image);
	}

	/** What is still to be waited for, in one sentence. */
	Optional<String> missing() {
		return start.missing();
	}

	/** What is wrong, in one sentence. */
	Optional<String> wrong() {
		return start.wrong();
	}

	/** Shows what is chosen. */
	void refresh() {
		direction.select(choices.direction().ordinal());
		objective.select(OBJECTIVES.indexOf(choices.objective()));
		objective.setEnabled(choices.subjects().stream().anyMatch(choices::hasSoftmax));
	}
}
