// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.EnumMap;
import java.util.Map;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;

/** Asks in what a variant differs from the picture that it parts from: in the course of chance, in parameters, or in both. */
final class BranchDialog extends TitleAreaDialog {
	private final Still from;
	private final Parameters parameters;
	private final Map<Parameter, Object> changed = new EnumMap<>(Parameter.class);
	private LiveFields fields;

	/**
	 * @param parameters at that step
	 */
	BranchDialog(Shell shell, Still from, Parameters parameters) {
		super(shell);
		setHelpAvailable(false);
		this.from = from;
		this.parameters = parameters;
		changed.put(Parameter.VARIATION, parameters.integer(Parameter.VARIATION) + 1);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.BranchDialog_window);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		setTitle(NLS.bind(Messages.BranchDialog_title, from.step()));
		setMessage(Messages.BranchDialog_text);
		var area = (Composite) super.createDialogArea(parent);
		var content = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(content);
		GridLayoutFactory.swtDefaults().margins(12, 10).numColumns(2).spacing(8, 10).applyTo(content);
		new Label(content, SWT.NONE).setText(Messages.BranchDialog_variation);
		var variation = new Spinner(content, SWT.BORDER);
		variation.setToolTipText(Messages.BranchDialog_variationHint);
		variation.setValues((Integer) changed.get(Parameter.VARIATION), (int) Parameter.VARIATION.low(),
				(int) Parameter.VARIATION.high(), 0, 1, 10);
		variation.addModifyListener(event -> changed.put(Parameter.VARIATION, variation.getSelection()));
		fields = new LiveFields(content, changed::put);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(fields.control());
		fields.leaveOut(Parameter.VARIATION);
		fields.show(parameters);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.BranchDialog_ok, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	/** Return comes here without a field having lost the focus, which is when it gives its value. */
	@Override
	protected void okPressed() {
		if (fields.takeTyped()) {
			super.okPressed();
		}
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	/** The values from that step on; those that differ. */
	Map<Parameter, Object> values() {
		Map<Parameter, Object> differing = new EnumMap<>(Parameter.class);
		changed.forEach((parameter, value) -> {
			if (!value.equals(parameters.value(parameter))) {
				differing.put(parameter, value);
			}
		});
		return differing;
	}
}
