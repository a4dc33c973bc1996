// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.CommandLine;
import org.starfish.ui.synthesis.FreeNames;
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
	private Optional<Recipe> stored = Optional.empty();
	private SynthesisPanel panel;

	/** Begins to draw pictures, and shows the first one grow. */
	public static void start(IWorkbenchPage page, List<SynthesisRequest> requests) {
		SynthesisRuns.ofWorkbench().start(requests);
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
		panel = new SynthesisPanel(parent, new Actions());
		panel.showMessage(NLS.bind(Messages.SynthesisEditor_reading, file.getFileName()));
		SynthesisRuns.ofWorkbench().whenKnown(() -> {
			if (!panel.isDisposed()) {
				begin();
			}
		});
	}

	private void begin() {
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
		new StoredPicture.Reading(this, file, read -> later(() -> {
			stored = Optional.of(read.recipe());
			panel.show(read);
		}),
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

	/** What the buttons do. */
	private final class Actions implements SynthesisPanel.Actions {
		@Override
		public void pause() {
			run.ifPresent(shown -> {
				if (shown.steering().isPaused()) {
					shown.steering().resume();
				} else {
					shown.steering().pause();
				}
				panel.show(shown);
			});
		}

		@Override
		public void step() {
			run.ifPresent(shown -> {
				shown.steering().step();
				panel.show(shown);
			});
		}

		@Override
		public void stop() {
			run.ifPresent(SynthesisRuns.ofWorkbench()::stop);
		}

		@Override
		public void replay() {
			recipe().ifPresent(recipe -> new Replay(SynthesisEditor.this, recipe, file,
					model -> later(() -> draw(recipe, model)), sentence -> later(() -> panel.showTrouble(sentence)))
							.schedule());
		}

		@Override
		public void copyCommand() {
			try {
				Recipe recipe = recipe().orElseThrow();
				String command = CommandLine.of(recipe, file, RecipeFile.resolve(recipe.model().path(), file));
				var clipboard = new Clipboard(getSite().getShell().getDisplay());
				clipboard.setContents(new Object[] { command }, new Transfer[] { TextTransfer.getInstance() });
				clipboard.dispose();
			} catch (StarfishException e) {
				panel.showTrouble(e.getMessage());
			}
		}
	}

	private Optional<Recipe> recipe() {
		return run.isPresent() ? run.get().recipe() : stored;
	}

	/** Draws the picture once more, beside this one if that is in the workspace. */
	private void draw(Recipe recipe, ModelLocation model) {
		IFile[] here = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
		if (here.length == 0) {
			panel.showTrouble(NLS.bind(Messages.SynthesisEditor_outside, file.getFileName()));
			return;
		}
		String stem = file.getFileName().toString().replaceFirst("(?i)\\.png$", "");
		IFile picture = new FreeNames(here[0].getParent().getFullPath()).take(stem + "-replay.png");
		start(getSite().getPage(), List.of(SynthesisRequest.again(recipe, RecipeText.title(recipe), model, picture)));
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
