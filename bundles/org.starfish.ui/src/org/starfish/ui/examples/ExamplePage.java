// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks what the example project is to be called. */
final class ExamplePage extends WizardPage {
	private Text name;

	ExamplePage() {
		super("example", Messages.ExampleWizard_title, null);
		setDescription(Messages.ExampleWizard_text);
	}

	@Override
	public void createControl(Composite parent) {
		var content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).applyTo(content);
		new Label(content, SWT.NONE).setText(Messages.ExampleWizard_name);
		name = new Text(content, SWT.BORDER);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		name.setText(freeName());
		name.selectAll();
		name.addModifyListener(event -> check());
		check();
		setControl(content);
	}

	String projectName() {
		return name.getText().strip();
	}

	private static String freeName() {
		String free = ExampleProject.NAME;
		for (int i = 2; new ExampleProject(free).project().exists(); i++) {
			free = ExampleProject.NAME + i;
		}
		return free;
	}

	private void check() {
		String problem = problem();
		boolean empty = projectName().isEmpty();
		setErrorMessage(empty ? null : problem);
		setMessage(empty ? Messages.ExampleWizard_noName : null);
		setPageComplete(problem == null);
	}

	private String problem() {
		if (projectName().isEmpty()) {
			return Messages.ExampleWizard_noName;
		}
		IStatus valid = ResourcesPlugin.getWorkspace().validateName(projectName(), IResource.PROJECT);
		if (!valid.isOK()) {
			return valid.getMessage();
		}
		return new ExampleProject(projectName()).project().exists()
				? NLS.bind(Messages.ExampleWizard_exists, projectName())
				: null;
	}
}
