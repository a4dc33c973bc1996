// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.ui.synthesis.Finding;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.ViewingEditor;
import org.starfish.ui.synthesis.sheet.SheetEditor;

/** The editor of a synthesized picture: while it grows, and afterwards. */
public final class SynthesisEditor extends ViewingEditor {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.synthesis";

	private final Runnable changed = this::showRun;
	private Path file;
	private Optional<SynthesisRun> run = Optional.empty();
	private Optional<Recipe> stored = Optional.empty();
	private SynthesisPanel panel;
	private Helping helping;
	private EvaluationFeed evaluation;
	private PictureModel model;

	/** Begins to draw pictures, and shows them grow: several on a contact sheet. */
	public static void start(IWorkbenchPage page, List<SynthesisRequest> requests) {
		SynthesisRuns.ofWorkbench().start(requests).ifPresent(queue -> queue.sheetFile()
				.ifPresentOrElse(sheet -> SheetEditor.open(page, sheet), () -> open(page, new FileEditorInput(requests.get(0).picture()), ID)));
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		file = file(input);
		super.init(site, input);
	}

	@Override
	public void createPartControl(Composite parent) {
		var actions = new SynthesisActions(getSite(), file, () -> run, this::recipe, this::later);
		panel = new SynthesisPanel(parent, file, actions);
		helping = new Helping(this, panel, actions, this::later);
		evaluation = new EvaluationFeed(this, file, panel.evaluation(), this::later, panel::layout);
		model = new PictureModel(this, file, this::recipe, panel, getSite().getShell(), this::later, actions::replayWith);
		actions.act(this, panel, helping, model, this::showRun);
		PictureSharing.openDropped(parent, getSite().getPage());
		panel.showMessage(NLS.bind(Messages.SynthesisEditor_reading, file.getFileName()));
		SynthesisRuns.ofWorkbench().whenKnown(() -> {
			if (!isClosed()) {
				begin();
			}
		});
	}

	private void begin() {
		run = SynthesisRuns.ofWorkbench().of(file);
		if (run.isPresent()) {
			run.get().keepFilm();
			run.get().addListener(changed);
			showRun();
		} else {
			read();
		}
	}

	private void showRun() {
		run.ifPresent(shown -> {
			panel.show(shown);
			helping.follow(shown);
			evaluation.follow(shown);
		});
	}

	private void read() {
		new Finding<>(NLS.bind(Messages.StoredPicture_reading, file.getFileName()), this, progress -> StoredPicture.read(file),
				read -> later(() -> {
					stored = Optional.of(read.recipe());
					panel.show(read);
					model.whenFound(found -> evaluation.gather(found.path(), read.recipe(), read.picture()));
				}), sentence -> later(() -> panel.showMessage(sentence))).schedule();
	}

	private Optional<Recipe> recipe() {
		return run.isPresent() ? run.get().recipe() : stored;
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		run.ifPresent(shown -> {
			shown.removeListener(changed);
			SynthesisRuns.ofWorkbench().forget(shown);
		});
		super.dispose();
	}
}
