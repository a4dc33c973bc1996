// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;

/** Picks one or several units or layers by what a user types. */
final class UnitPicker {
	private static final int LIST_HEIGHT = 220;
	private static final int LIST_WIDTH = 640;

	private final Choices choices;
	private final Beginning beginning;
	private final Runnable changed;
	private final Composite control;
	private final Text typed;
	private final CandidateTable table;
	private final Composite details;
	private final StackLayout stack = new StackLayout();
	private final UnitDetail detail;
	private final UnitsTogether together;
	private Optional<UnitSearch> search = Optional.empty();
	private Optional<String> trouble = Optional.empty();

	/**
	 * @param changed told when something else is picked
	 */
	UnitPicker(Composite parent, Choices choices, Beginning beginning, Runnable changed) {
		this.choices = choices;
		this.beginning = beginning;
		this.changed = changed;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().spacing(5, 8).applyTo(control);
		typed = new Text(control, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		typed.setMessage(Messages.UnitPicker_hint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(typed);
		var host = new Composite(control, SWT.NONE);
		host.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(host);
		table = new CandidateTable(host, this::picked);
		details = new Composite(control, SWT.NONE);
		details.setLayout(stack);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(details);
		detail = new UnitDetail(details, changed);
		together = new UnitsTogether(details, changed);
		stack.topControl = detail.control();
		typed.addModifyListener(event -> find());
		typed.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
				table.move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
				event.doit = false;
			}
		}));
	}

	Control control() {
		return control;
	}

	/**
	 * The model was read: offers what the wizard was opened with, if the model has it.
	 *
	 * @throws StarfishException if it has no output
	 */
	void opened(Model model) throws StarfishException {
		search = Optional.of(new UnitSearch(model));
		typed.setText(beginning.typed());
		typed.selectAll();
		find();
		if (beginning.whole()) {
			detail.chooseWhole();
		}
		beginning.together().ifPresent(together::begin);
		typed.setFocus();
	}

	private void find() {
		search.ifPresent(units -> {
			trouble = Optional.empty();
			if (TypedUnits.isList(typed.getText())) {
				findAll(units);
			} else {
				List<UnitCandidate> found = units.find(typed.getText());
				table.show(found);
				if (found.isEmpty()) {
					trouble = Optional.of(NLS.bind(Messages.UnitPicker_notFound, typed.getText(), choices.location().name()));
				}
				selectWantedLayer(found);
			}
			picked();
		});
	}

	private void findAll(UnitSearch units) {
		try {
			table.show(new TypedUnits(choices.model().orElseThrow(), units).find(typed.getText()));
			table.selectAll();
		} catch (StarfishException e) {
			table.show(List.of());
			trouble = Optional.of(e.getMessage());
		}
	}

	private void selectWantedLayer(List<UnitCandidate> found) {
		if (beginning.layer() && typed.getText().equals(beginning.typed())) {
			found.stream().filter(each -> each.isLayer() && each.layer().name().equals(beginning.typed())).findFirst()
					.ifPresent(table::select);
		}
	}

	private void picked() {
		List<UnitCandidate> selected = table.selected();
		boolean several = selected.size() > 1;
		if (several) {
			together.show(selected);
		} else {
			detail.show(selected.stream().findFirst(), search.orElseThrow());
		}
		stack.topControl = several ? together.control() : detail.control();
		details.layout(true, true);
		changed.run();
	}

	/** What is wrong with what is picked, in one sentence. */
	Optional<String> wrong() {
		return trouble.or(() -> table.selected().size() > 1 ? together.wrong() : Optional.empty());
	}

	/** What the pictures are to be drawn for. */
	List<Subject> subjects() {
		return table.selected().size() > 1 ? together.subjects() : detail.units().stream().map(Subject::of).toList();
	}
}
