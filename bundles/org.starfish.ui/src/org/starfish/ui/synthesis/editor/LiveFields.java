// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameter.Type;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.wizard.ParameterText;

/**
 * Fields for parameters that may be changed while an ascent runs: those that do something, and others on demand. A value is taken
 * when it is confirmed, not at every key.
 */
final class LiveFields {
	private static final int COLUMNS = 2;
	private static final int CHOICE_WIDTH = 76;
	private static final int VALUE_WIDTH = 40;
	/** Seen even if they do nothing yet, since they are what one reaches for. */
	private static final Set<Parameter> USUAL = Set.of(Parameter.RATE, Parameter.DECAY, Parameter.GRADIENT_BLUR_HIGH,
			Parameter.JITTER, Parameter.TOTAL_VARIATION);

	/** Takes a value. */
	@FunctionalInterface
	interface Change {
		/**
		 * Takes a value.
		 *
		 * @throws StarfishException if that cannot be done
		 */
		void change(Parameter parameter, Object value) throws StarfishException;
	}

	private final Composite fields;
	private final Change change;
	private final Map<Parameter, Control> controls = new EnumMap<>(Parameter.class);
	private final Composite grid;
	private final Combo more;
	private final Label trouble;
	private final Set<Parameter> offered = EnumSet.copyOf(
			Arrays.stream(Parameter.values()).filter(Parameter::isLive).toList());
	private List<Parameter> hidden = new ArrayList<>();
	private Parameters values = Parameters.NEUTRAL;

	LiveFields(Composite parent, Change change) {
		this.change = change;
		fields = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(fields);
		grid = new Composite(fields, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(3 * COLUMNS).spacing(6, 4).applyTo(grid);
		trouble = new Label(fields, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).exclude(true).applyTo(trouble);
		more = new Combo(fields, SWT.READ_ONLY);
		more.setToolTipText(Messages.LiveFields_moreHint);
		more.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> addChosen()));
	}

	Control control() {
		return fields;
	}

	/** Does not offer a parameter. */
	void leaveOut(Parameter parameter) {
		offered.remove(parameter);
	}

	/** Shows other values, except where somebody is typing. */
	void show(Parameters now) {
		values = now;
		boolean added = false;
		for (Parameter parameter : offered) {
			boolean used = USUAL.contains(parameter) || !now.value(parameter).equals(parameter.neutral());
			if (used && !controls.containsKey(parameter)) {
				add(parameter);
				added = true;
			}
		}
		controls.forEach(this::write);
		if (added || hidden.isEmpty()) {
			listHidden();
		}
	}

	/**
	 * Takes what was typed and not confirmed.
	 *
	 * @return whether all values could be taken; else it is said why not
	 */
	boolean takeTyped() {
		return controls.entrySet().stream()
				.allMatch(each -> !(each.getValue() instanceof Text field) || take(each.getKey(), field.getText()));
	}

	/** How many there are. */
	int count() {
		return controls.size();
	}

	private void write(Parameter parameter, Control control) {
		String text = text(parameter);
		if (control instanceof Combo combo) {
			combo.setText(text);
		} else if (control instanceof Text field && !field.isFocusControl() && !field.getText().equals(text)) {
			field.setText(text);
		}
	}

	private String text(Parameter parameter) {
		return ParameterText.value(values.value(parameter));
	}

	private void listHidden() {
		hidden = offered.stream().filter(parameter -> !controls.containsKey(parameter)).toList();
		more.removeAll();
		more.add(Messages.LiveFields_more);
		hidden.forEach(parameter -> more.add(ParameterText.name(parameter)));
		more.select(0);
	}

	private void addChosen() {
		int index = more.getSelectionIndex() - 1;
		if (index >= 0) {
			Control added = add(hidden.get(index));
			listHidden();
			grid.requestLayout();
			added.setFocus();
		}
	}

	private Control add(Parameter parameter) {
		var name = new Label(grid, SWT.NONE);
		name.setText(ParameterText.name(parameter));
		name.setToolTipText(ParameterText.help(parameter));
		Control control = parameter.type() == Type.CHOICE ? combo(parameter) : field(parameter);
		control.setToolTipText(NLS.bind(Messages.LiveFields_hint, ParameterText.help(parameter), parameter.range()));
		var unit = new Label(grid, SWT.NONE);
		unit.setText(parameter.unit());
		unit.setForeground(GridColors.muted(unit));
		controls.put(parameter, control);
		return control;
	}

	private Control combo(Parameter parameter) {
		var combo = new Combo(grid, SWT.READ_ONLY);
		combo.setItems(parameter.choices().toArray(String[]::new));
		combo.setText(text(parameter));
		GridDataFactory.swtDefaults().hint(CHOICE_WIDTH, SWT.DEFAULT).applyTo(combo);
		combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> take(parameter, combo.getText())));
		return combo;
	}

	private Control field(Parameter parameter) {
		var field = new Text(grid, SWT.BORDER | SWT.SINGLE);
		field.setText(text(parameter));
		GridDataFactory.swtDefaults().hint(VALUE_WIDTH, SWT.DEFAULT).applyTo(field);
		field.addSelectionListener(
				SelectionListener.widgetDefaultSelectedAdapter(event -> take(parameter, field.getText())));
		field.addFocusListener(FocusListener.focusLostAdapter(event -> take(parameter, field.getText())));
		return field;
	}

	private boolean take(Parameter parameter, String typed) {
		try {
			Parameters other = values.set(parameter.label() + '=' + typed);
			if (!other.equals(values)) {
				change.change(parameter, other.value(parameter));
				values = other;
			}
			say("");
			return true;
		} catch (StarfishException e) {
			say(e.getMessage());
			return false;
		}
	}

	private void say(String sentence) {
		if (!trouble.getText().equals(sentence)) {
			trouble.setText(sentence);
			Buttons.show(trouble, !sentence.isEmpty());
			fields.requestLayout();
		}
	}
}
