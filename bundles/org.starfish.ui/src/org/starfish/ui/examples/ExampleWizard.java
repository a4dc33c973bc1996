// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** The wizard <i>Starfish Example</i>. */
public final class ExampleWizard extends Wizard implements INewWizard {
	private final ExamplePage page = new ExamplePage();
	private IWorkbench workbench;

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		this.workbench = workbench;
		setWindowTitle(Messages.ExampleWizard_window);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		Display display = workbench.getDisplay();
		new ExampleJob(new ExampleProject(page.projectName()),
				project -> display.asyncExec(() -> BasicNewResourceWizard.selectAndReveal(project, window))).schedule();
		return true;
	}
}
