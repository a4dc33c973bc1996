// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.Parameter;
import org.starfish.core.synthesis.Parameter.Group;
import org.starfish.core.synthesis.Parameter.Type;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;

/** Shows every parameter of the method with its unit and range, and what it does; begins with the preset's values. */
final class ParametersPage extends ChoicePage {
	private static final int HEIGHT = 360;
	private static final int WIDTH = 900;
	private static final int HELP_WIDTH = 420;
	private static final int VALUE_WIDTH = 90;

	private final Map<Parameter, CheckedField> fields = new EnumMap<>(Parameter.class);
	private final Map<Parameter, Combo> combos = new EnumMap<>(Parameter.class);
	private Label difference;
	private Button reset;
	private boolean writing;

	ParametersPage(Choices choices) {
		super("parameters", Messages.ParametersPage_title, Messages.ParametersPage_text, choices);
	}

	@Override
	public void createControl(Composite parent) {
		var content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().spacing(8, 8).applyTo(content);
		new Label(content, SWT.NONE).setText(Messages.ParametersPage_formula);
		var scrolled = new ScrolledComposite(content, SWT.V_SCROLL | SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(scrolled);
		var table = new Composite(scrolled, SWT.NONE);
		GridLayoutFactory.swtDefaults().margins(12, 8).numColumns(5).spacing(14, 5).applyTo(table);
		for (Group group : Group.values()) {
			heading(table, group);
			for (Parameter parameter : Parameter.values()) {
				// The size is asked for on the next page.
				if (parameter.group() == group && parameter != Parameter.SIZE) {
					row(table, parameter);
				}
			}
		}
		scrolled.setContent(table);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setMinSize(table.computeSize(SWT.DEFAULT, SWT.DEFAULT));
		scrolled.setShowFocusedControl(true);
		var below = new Composite(content, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(below);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(below);
		reset = new Button(below, SWT.PUSH);
		reset.setText(Messages.ParametersPage_reset);
		reset.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(event -> choices().preset(choices().preset())));
		difference = new Label(below, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(difference);
		setControl(content);
		refresh();
	}

	private static void heading(Composite table, Group group) {
		var label = new Label(table, SWT.NONE);
		label.setText(switch (group) {
		case SCHEDULE -> Messages.ParametersPage_schedule;
		case PICTURE -> Messages.ParametersPage_picture;
		case OBJECTIVE -> Messages.ParametersPage_objective;
		case STEP -> Messages.ParametersPage_step;
		case REGULARIZER -> Messages.ParametersPage_regularizer;
		case TRANSFORM -> Messages.ParametersPage_transform;
		});
		label.setFont(Fonts.bold(label));
		GridDataFactory.fillDefaults().span(5, 1).indent(0, 6).applyTo(label);
	}

	private void row(Composite table, Parameter parameter) {
		new Label(table, SWT.NONE).setText(parameter.label());
		if (parameter.type() == Type.CHOICE) {
			var combo = new Combo(table, SWT.READ_ONLY);
			combo.setItems(parameter.choices().toArray(String[]::new));
			combo.addSelectionListener(
					SelectionListener.widgetSelectedAdapter(event -> set(parameter, combo.getText())));
			combos.put(parameter, combo);
		} else {
			var field = new CheckedField(table, typed -> set(parameter, typed), this::check);
			GridDataFactory.swtDefaults().hint(VALUE_WIDTH, SWT.DEFAULT).applyTo(field.text());
			fields.put(parameter, field);
		}
		muted(table, parameter.unit());
		muted(table, parameter.type() == Type.CHOICE ? "" : parameter.range());
		Label help = muted(table, parameter.help());
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
				choices().parameter(parameter, typed);
			}
			return Optional.empty();
		} catch (StarfishException e) {
			return Optional.of(e.getMessage());
		}
	}

	@Override
	void refresh() {
		if (difference == null) {
			return;
		}
		// What somebody types is the same number in other words perhaps; it is not written over.
		writing = true;
		fields.forEach((parameter, field) -> {
			Object value = choices().parameters().value(parameter);
			if (!field.text().isFocusControl()) {
				String text = value.toString();
				if (!field.text().getText().equals(text)) {
					field.text().setText(text);
				}
			}
		});
		combos.forEach((parameter, combo) -> combo.setText(choices().parameters().choice(parameter)));
		writing = false;
		check();
	}

	private void check() {
		if (difference == null || writing) {
			return;
		}
		long differing = Arrays.stream(Parameter.values()).filter(parameter -> !choices().parameters()
				.value(parameter).equals(choices().preset().parameters().value(parameter))).count();
		difference.setText(differing == 0 ? ""
				: NLS.bind(Messages.ParametersPage_difference, differing, PresetText.title(choices().preset())));
		Optional<String> wrong = fields.values().stream().map(CheckedField::wrong).flatMap(Optional::stream).findFirst();
		reset.setEnabled(differing > 0 || wrong.isPresent());
		check(null, wrong.orElse(null));
	}
}
