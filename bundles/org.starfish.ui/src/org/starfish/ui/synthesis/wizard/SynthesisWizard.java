// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.editor.SynthesisEditor;

/** The wizard <i>Synthesize Image</i>. It begins to draw when it is finished, and shows the picture grow. */
public final class SynthesisWizard extends Wizard {
	private final IWorkbenchPage page;
	private final Choices choices;
	private final WhatPage what;
	private final List<ChoicePage> pages;
	private final LastChoices last = new LastChoices();
	private Optional<OpenNetwork> network = Optional.empty();
	private boolean closed;

	/**
	 * @param page where the picture will be shown
	 * @param model where the model is
	 * @param unit what is to be drawn, if somebody has pointed at it; with an empty channel, the layer
	 */
	public SynthesisWizard(IWorkbenchPage page, ModelLocation model, Optional<UnitAddress> unit) {
		this.page = page;
		choices = new Choices(model);
		last.restore(choices);
		what = new WhatPage(choices, unit);
		pages = List.of(what, new HowPage(choices), new ParametersPage(choices), new WherePage(choices));
		setWindowTitle(Messages.SynthesisWizard_window);
	}

	/** Opens the wizard, and returns when it is closed. */
	public static void open(IWorkbenchPage page, ModelLocation model, Optional<UnitAddress> unit) {
		Shell shell = page.getWorkbenchWindow().getShell();
		new WizardDialog(shell, new SynthesisWizard(page, model, unit)).open();
	}

	@Override
	public void addPages() {
		pages.forEach(this::addPage);
		choices.addListener(() -> pages.forEach(ChoicePage::refresh));
		Display display = page.getWorkbenchWindow().getShell().getDisplay();
		new OpenNetworkJob(NLS.bind(Messages.SynthesisWizard_reading, choices.location().name()), this, SharedNetworks.get(),
				choices.location().path(), opened -> later(display, () -> opened(opened)),
				sentence -> later(display, () -> failed(sentence))).schedule();
	}

	private static void later(Display display, Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(work);
		}
	}

	private void opened(OpenNetwork opened) {
		if (closed) {
			opened.close();
			return;
		}
		network = Optional.of(opened);
		what.opened(opened.model());
	}

	private void failed(String sentence) {
		if (!closed) {
			what.failed(sentence);
		}
	}

	@Override
	public boolean performFinish() {
		List<SynthesisRequest> requests = choices.requests();
		last.store(choices);
		SynthesisEditor.start(page, requests);
		return true;
	}

	@Override
	public void dispose() {
		closed = true;
		Job.getJobManager().cancel(this);
		network.ifPresent(OpenNetwork::close);
		super.dispose();
	}
}
