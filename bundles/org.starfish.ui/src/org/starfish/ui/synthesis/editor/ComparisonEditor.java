// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;

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
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.core.evidence.PhotoComparison;
import org.starfish.core.evidence.SecondOpinion;
import org.starfish.core.evidence.Testimony;
import org.starfish.core.jobs.EvidenceJob;
import org.starfish.core.jobs.EvidenceListener;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.synthesis.RecipeReferences;

/** Shows two synthesized pictures side by side, with everything in which they differ. */
public final class ComparisonEditor extends EditorPart {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.comparison";

	/** What was read of both files. */
	private record Both(StoredPicture first, StoredPicture second) {
	}

	private Display display;
	private ComparisonInput files;
	private ComparisonPanel panel;

	/** Opens it on two pictures. */
	public static void open(IWorkbenchPage page, Path first, Path second) {
		try {
			page.openEditor(new ComparisonInput(first, second), ID);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
		}
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		if (!(input instanceof ComparisonInput both)) {
			throw new PartInitException(NLS.bind(Messages.SynthesisEditor_noFile, input.getName()));
		}
		files = both;
		display = site.getShell().getDisplay();
		setSite(site);
		setInput(input);
		setPartName(input.getName());
	}

	@Override
	public void createPartControl(Composite parent) {
		panel = new ComparisonPanel(parent);
		panel.say(NLS.bind(Messages.SynthesisEditor_reading, files.getName()));
		new Finding<>(NLS.bind(Messages.StoredPicture_reading, files.getName()), this,
				progress -> new Both(StoredPicture.read(files.first()), StoredPicture.read(files.second())),
				both -> later(() -> show(both)), sentence -> later(() -> panel.say(sentence))).schedule();
	}

	private void show(Both both) {
		panel.show(both.first(), both.second(), files);
		hear(both.first(), files.first(), 0);
		hear(both.second(), files.second(), 1);
	}

	/** Asks the picture's own network, if it is still there. */
	private void hear(StoredPicture picture, Path file, int place) {
		new Finding<>(NLS.bind(Messages.RecipeModel_name, file.getFileName()), this,
				progress -> new RecipeReferences(picture.recipe(), file).model().path(),
				model -> EvidenceJob.of(NLS.bind(Messages.EvidenceFeed_name, file.getFileName()), this, SharedNetworks.get(),
						model, picture.recipe(), picture.picture(), List::of, new Hearing(place)).schedule(),
				sentence -> {
					// The pictures can be compared without it.
				}).schedule();
	}

	private void later(Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!panel.isDisposed()) {
					work.run();
				}
			});
		}
	}

	/** Shows what a network answers. */
	private final class Hearing implements EvidenceListener {
		private final int place;

		Hearing(int place) {
			this.place = place;
		}

		@Override
		public void heard(Testimony testimony) {
			later(() -> panel.heard(place, testimony));
		}

		@Override
		public void seconded(List<SecondOpinion> opinions) {
			// Not asked for here.
		}

		@Override
		public void compared(PhotoComparison comparison) {
			// There are no photos.
		}

		@Override
		public void failed(String sentence) {
			// The pictures can be compared without it.
		}
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		Job.getJobManager().cancel(this);
		super.dispose();
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		// There is nothing to save.
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
