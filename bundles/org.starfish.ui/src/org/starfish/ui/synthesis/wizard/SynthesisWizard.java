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
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.Schedule;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.StepTimes;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;

/** The wizard <i>Synthesize Image</i>. It begins to draw when it is finished, and shows the picture grow. */
public final class SynthesisWizard extends Wizard {
	private final IWorkbenchPage page;
	private final Choices choices;
	private final Cost cost;
	private final WhatPage what;
	private final HowPage how;
	private final List<ChoicePage> pages;
	private final LastChoices last = new LastChoices();
	private Optional<Preview> preview = Optional.empty();
	private boolean previewSeen;
	private boolean closed;

	/**
	 * @param page where the picture will be shown
	 * @param model where the model is
	 * @param beginning what somebody has pointed at
	 */
	public SynthesisWizard(IWorkbenchPage page, ModelLocation model, Beginning beginning) {
		this.page = page;
		choices = new Choices(model);
		last.restore(choices);
		beginning.recipe().ifPresent(choices::like);
		what = new WhatPage(choices, beginning);
		how = new HowPage(choices, this::previewIsSeen);
		cost = new Cost(choices);
		pages = List.of(what, how, new WherePage(choices));
		setWindowTitle(Messages.SynthesisWizard_window);
	}

	/** Opens the wizard, and returns when it is closed. */
	public static void open(IWorkbenchPage page, ModelLocation model, Beginning beginning) {
		Shell shell = page.getWorkbenchWindow().getShell();
		new WizardDialog(shell, new SynthesisWizard(page, model, beginning)).open();
	}

	@Override
	public void addPages() {
		pages.forEach(this::addPage);
		choices.addListener(this::changed);
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

	private void changed() {
		pages.forEach(ChoicePage::refresh);
		showCost();
		showPreview();
	}

	private void showCost() {
		String text = cost.text();
		pages.forEach(page -> page.showCost(text));
	}

	private void previewIsSeen(boolean seen) {
		previewSeen = seen;
		showPreview();
	}

	/** Draws what is chosen now, as long as somebody can see it. */
	private void showPreview() {
		preview.ifPresent(drawn -> {
			choices.firstWish().filter(wish -> previewSeen).ifPresentOrElse(wish -> drawn.show(wish, choices.start()),
					drawn::stop);
		});
		how.show(preview);
	}

	private void opened(OpenNetwork opened) {
		if (closed) {
			opened.close();
			return;
		}
		Display display = page.getWorkbenchWindow().getShell().getDisplay();
		preview = Optional.of(new Preview(opened, work -> later(display, work), () -> {
			how.show(preview);
			showCost();
		}));
		what.opened(opened.model());
	}

	private void failed(String sentence) {
		if (!closed) {
			what.failed(sentence);
		}
	}

	@Override
	public boolean performFinish() {
		List<SynthesisRequest> requests = new Orders(choices).first(choices.count());
		last.store(choices);
		SynthesisEditor.start(page, requests);
		requests.stream().findFirst().ifPresent(this::measure);
		return true;
	}

	/** The picture itself tells better than its preview how long steps take. */
	private void measure(SynthesisRequest first) {
		Model model = choices.model().orElseThrow();
		try {
			Schedule schedule = Schedule.of(model.network(), first.target(), first.parameters());
			SynthesisRuns.ofWorkbench().of(first.path()).ifPresent(run -> StepTimes.ofWorkspace().watch(run, model.file().path(),
					schedule));
		} catch (StarfishException e) {
			// The editor says what is wrong.
			return;
		}
	}

	@Override
	public void dispose() {
		closed = true;
		Job.getJobManager().cancel(this);
		preview.ifPresent(Preview::close);
		super.dispose();
	}
}
