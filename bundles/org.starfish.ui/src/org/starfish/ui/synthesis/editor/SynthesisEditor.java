// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;

/** The editor of a synthesized picture: while it grows, and afterwards. */
public final class SynthesisEditor extends EditorPart {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.synthesis";

	private final Runnable changed = this::showRun;
	private Path file;
	private Optional<SynthesisRun> run = Optional.empty();
	private SynthesisPanel panel;

	/** Begins to draw pictures, and shows the first one grow. */
	public static void start(IWorkbenchPage page, List<SynthesisRequest> requests) {
		requests.forEach(SynthesisRuns.ofWorkbench()::start);
		requests.stream().findFirst().ifPresent(first -> open(page, first));
	}

	private static void open(IWorkbenchPage page, SynthesisRequest request) {
		try {
			page.openEditor(new FileEditorInput(request.picture()), ID);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
		}
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		file = ModelLocation.of(input)
				.orElseThrow(() -> new PartInitException(NLS.bind(Messages.SynthesisEditor_noFile, input.getName()))).path();
		setSite(site);
		setInput(input);
		setPartName(input.getName());
	}

	@Override
	public void createPartControl(Composite parent) {
		panel = new SynthesisPanel(parent, this::stop);
		run = SynthesisRuns.ofWorkbench().of(file);
		if (run.isPresent()) {
			run.get().addListener(changed);
			showRun();
		} else {
			read();
		}
	}

	private void showRun() {
		run.ifPresent(panel::show);
	}

	private void read() {
		panel.showMessage(NLS.bind(Messages.SynthesisEditor_reading, file.getFileName()));
		new StoredPicture.Reading(this, file, stored -> later(() -> panel.show(stored)),
				sentence -> later(() -> panel.showMessage(sentence))).schedule();
	}

	private void later(Runnable work) {
		Display display = getSite().getShell().getDisplay();
		display.asyncExec(() -> {
			if (!panel.isDisposed()) {
				work.run();
			}
		});
	}

	private void stop() {
		run.ifPresent(SynthesisRuns.ofWorkbench()::stop);
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		Job.getJobManager().cancel(this);
		run.ifPresent(shown -> {
			shown.removeListener(changed);
			SynthesisRuns.ofWorkbench().forget(shown);
		});
		super.dispose();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		// A picture is written when it is drawn, and never changed.
	}

	@Override
	public void doSaveAs() {
		// Not offered.
	}

	@Override
	public boolean isDirty() {
		return false;
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}
}
