// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameter.Group;
import org.starfish.core.synthesis.recipe.Parameter.Type;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;

/**
 * Every parameter of the method with its unit and range, and what it does; begins with the preset's values. Those that differ
 * from them have bold names.
 */
final class ParameterTable {
	/** What other pages ask for. */
	private static final Set<Parameter> ELSEWHERE = EnumSet.of(Parameter.SIZE, Parameter.OBJECTIVE, Parameter.DIRECTION);
	private static final int COLUMNS = 5;
	private static final int HEIGHT = 240;
	private static final int VALUE_WIDTH = 76;
	private static final int RANGE_WIDTH = 110;
	private static final int HELP_WIDTH = 300;

	private final Choices choices;
	private final Runnable checked;
	private final Composite control;
	private final Map<Parameter, CheckedField> fields = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Combo> combos = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Label> names = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Label> ranges = new EnumMap<>(Parameter.class);
	private final Label difference;
	private final Button reset;
	private final Font bold;
	private Parameters preset;
	private boolean writing;

	/**
	 * @param checked told after a value was looked at
	 */
	ParameterTable(Composite parent, Choices choices, Runnable checked) {
		this.choices = choices;
		this.checked = checked;
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(8, 4).applyTo(control);
		bold = Fonts.bold(control);
		new Label(control, SWT.NONE).setText(Messages.ParameterTable_formula);
		var scrolled = new ScrolledComposite(control, SWT.V_SCROLL | SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(scrolled);
		var table = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 8).numColumns(COLUMNS).spacing(12, 5).applyTo(table);
		for (Group group : Group.values()) {
			heading(table, group);
			Arrays.stream(Parameter.values())
					.filter(parameter -> parameter.group() == group && !ELSEWHERE.contains(parameter))
					.forEach(parameter -> row(table, parameter));
		}
		scrolled.setContent(table);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		// Helps are wrapped, so the height depends on the width.
		scrolled.addControlListener(ControlListener.controlResizedAdapter(event -> scrolled
				.setMinSize(0, table.computeSize(scrolled.getClientArea().width, SWT.DEFAULT).y)));
		scrolled.setShowFocusedControl(true);
		var below = new Composite(control, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(below);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(below);
		reset = new Button(below, SWT.PUSH);
		reset.setText(Messages.ParameterTable_reset);
		reset.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> choices.preset(choices.preset())));
		difference = new Label(below, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(difference);
	}

	Control control() {
		return control;
	}

	private void heading(Composite table, Group group) {
		var label = new Label(table, SWT.NONE);
		label.setText(switch (group) {
		case SCHEDULE -> Messages.ParameterTable_schedule;
		case PICTURE -> Messages.ParameterTable_picture;
		case OBJECTIVE -> Messages.ParameterTable_objective;
		case STEP -> Messages.ParameterTable_step;
		case REGULARIZER -> Messages.ParameterTable_regularizer;
		case TRANSFORM -> Messages.ParameterTable_transform;
		});
		label.setFont(bold);
		GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 6).applyTo(label);
	}

	private void row(Composite table, Parameter parameter) {
		var name = new Label(table, SWT.NONE);
		// Measured in bold, so that the columns stay where they are.
		name.setFont(bold);
		name.setText(ParameterText.name(parameter));
		name.setToolTipText(NLS.bind(Messages.ParameterTable_label, parameter.label()));
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER)
				.hint(name.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, SWT.DEFAULT).applyTo(name);
		names.put(parameter, name);
		if (parameter.type() == Type.CHOICE) {
			var combo = new Combo(table, SWT.READ_ONLY);
			combo.setItems(parameter.choices().toArray(String[]::new));
			combo.addSelectionListener(
					SelectionListener.widgetSelectedAdapter(event -> set(parameter, combo.getText())));
			GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(combo);
			combos.put(parameter, combo);
		} else {
			var field = new CheckedField(table, typed -> set(parameter, typed), this::check);
			GridDataFactory.swtDefaults().hint(VALUE_WIDTH, SWT.DEFAULT).applyTo(field.text());
			fields.put(parameter, field);
		}
		muted(table, parameter.unit());
		Label range = muted(table, "");
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(RANGE_WIDTH, SWT.DEFAULT).applyTo(range);
		ranges.put(parameter, range);
		Label help = muted(table, ParameterText.help(parameter));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(HELP_WIDTH, SWT.DEFAULT)
				.applyTo(help);
	}

	private static Label muted(Composite table, String text) {
		var label = new Label(table, SWT.WRAP);
		label.setText(text);
		label.setForeground(GridColors.muted(label));
		return label;
	}

	private Optional<String> set(Parameter parameter, String typed) {
		try {
			if (!writing) {
				choices.parameter(parameter, typed);
			}
			return Optional.empty();
		} catch (StarfishException e) {
			return Optional.of(e.getMessage());
		}
	}

	/** Shows what is chosen. */
	void refresh() {
		if (!choices.preset().parameters().equals(preset)) {
			preset = choices.preset().parameters();
			ranges.forEach((parameter, label) -> label.setText(ParameterText.range(parameter, preset)));
		}
		// What somebody types is the same number in other words perhaps; it is not written over.
		writing = true;
		fields.forEach((parameter, field) -> {
			String text = ParameterText.value(choices.parameters().value(parameter));
			if (!field.text().isFocusControl() && !field.text().getText().equals(text)) {
				field.text().setText(text);
			}
		});
		combos.forEach((parameter, combo) -> combo.setText(choices.parameters().choice(parameter)));
		writing = false;
		check();
	}

	private void check() {
		if (writing) {
			return;
		}
		int differing = 0;
		for (Parameter parameter : names.keySet()) {
			boolean other = !choices.parameters().value(parameter).equals(preset.value(parameter));
			differing += other ? 1 : 0;
			Font font = other ? bold : control.getFont();
			if (!names.get(parameter).getFont().equals(font)) {
				names.get(parameter).setFont(font);
			}
		}
		String title = PresetText.title(choices.preset());
		difference.setText(differing == 0 ? "" : differing == 1 ? NLS.bind(Messages.ParameterTable_difference, title)
				: NLS.bind(Messages.ParameterTable_differences, differing, title));
		reset.setEnabled(differing > 0 || wrong().isPresent());
		checked.run();
	}

	/** What is wrong with one of the values, in one sentence. */
	Optional<String> wrong() {
		return fields.values().stream().map(CheckedField::wrong).flatMap(Optional::stream).findFirst();
	}
}
