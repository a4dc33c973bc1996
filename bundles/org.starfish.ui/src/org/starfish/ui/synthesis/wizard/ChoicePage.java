// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.ui.activation.GridColors;

/**
 * A page of the wizard. It shows what is wrong with what was chosen on it, once somebody has looked at it, and at its end what
 * all choices together will cost.
 */
abstract class ChoicePage extends WizardPage {
	private final Choices choices;
	private final String usual;
	private Label cost;

	/**
	 * @param name in the program
	 * @param title for the user's eyes
	 * @param usual what the page says if nothing is wrong
	 */
	ChoicePage(String name, String title, String usual, Choices choices) {
		super(name, title, null);
		this.choices = choices;
		this.usual = usual;
		setMessage(usual);
		// Before the page is shown, its choices are the last ones or the usual ones, and good enough to finish.
		setPageComplete(true);
	}

	@Override
	public final void createControl(Composite parent) {
		var all = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(all);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(createContent(all));
		cost = new Label(all, SWT.NONE);
		cost.setForeground(GridColors.muted(cost));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(cost);
		setControl(all);
		refresh();
	}

	/** Makes the page's widgets. */
	abstract Control createContent(Composite parent);

	/** Shows what the choices will cost. */
	final void showCost(String text) {
		if (cost != null && !cost.isDisposed()) {
			cost.setText(text);
		}
	}

	Choices choices() {
		return choices;
	}

	/**
	 * Shows whether the page is complete.
	 *
	 * @param missing what is still to be chosen; null if nothing is
	 * @param wrong what is wrong; null if nothing is
	 */
	void check(String missing, String wrong) {
		setErrorMessage(wrong);
		setMessage(missing == null ? usual : missing, missing == null ? IMessageProvider.NONE : IMessageProvider.INFORMATION);
		setPageComplete(missing == null && wrong == null);
	}

	/** What was chosen has changed, here or on another page. */
	abstract void refresh();
}
