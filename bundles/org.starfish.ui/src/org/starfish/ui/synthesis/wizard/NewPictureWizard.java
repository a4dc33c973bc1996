// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.starfish.ui.model.ModelLocation;

/** The wizard <i>Synthesized Picture</i> among those for new things: asks for the model, and goes on as the other does. */
public final class NewPictureWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private Optional<ModelLocation> selected = Optional.empty();

	@Override
	public void init(IWorkbench opened, IStructuredSelection selection) {
		workbench = opened;
		selected = Optional.ofNullable(Adapters.adapt(selection.getFirstElement(), IFile.class)).flatMap(ModelLocation::of);
		setWindowTitle(Messages.SynthesisWizard_window);
		setForcePreviousAndNextButtons(true);
	}

	@Override
	public void addPages() {
		addPage(new ModelPage(workbench.getActiveWorkbenchWindow().getActivePage(), selected));
	}

	/** There is nothing to do before a model is picked, and then the other wizard does it. */
	@Override
	public boolean canFinish() {
		return false;
	}

	@Override
	public boolean performFinish() {
		return true;
	}

	@Override
	public void dispose() {
		Job.getJobManager().cancel(this);
		super.dispose();
	}
}
