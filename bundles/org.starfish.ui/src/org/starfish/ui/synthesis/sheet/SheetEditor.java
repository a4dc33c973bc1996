// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.sheet;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.Finding;
import org.starfish.ui.synthesis.SynthesisQueue;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.ViewingEditor;
import org.starfish.ui.synthesis.editor.SynthesisEditor;

/** The editor of a contact sheet: while its pictures are drawn, and afterwards. */
public final class SheetEditor extends ViewingEditor {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.synthesis.sheet";

	private final Runnable changed = this::showQueue;
	private Path file;
	private Optional<SynthesisQueue> queue = Optional.empty();
	private SheetPanel panel;

	/** Opens a sheet, which need not be written yet. */
	public static void open(IWorkbenchPage page, IFile sheet) {
		open(page, new FileEditorInput(sheet), ID);
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		file = file(input);
		super.init(site, input);
	}

	@Override
	public void createPartControl(Composite parent) {
		var actions = new Actions();
		panel = new SheetPanel(parent, actions);
		SheetMenu.to(panel.canvas(), actions, () -> queue.ifPresent(SynthesisQueue::removeWaiting));
		panel.showMessage(NLS.bind(Messages.SheetEditor_reading, file.getFileName()));
		SynthesisRuns.ofWorkbench().whenKnown(() -> {
			if (!isClosed()) {
				begin();
			}
		});
	}

	private void begin() {
		queue = SynthesisRuns.ofWorkbench().queue(file);
		if (queue.isPresent()) {
			queue.get().addListener(changed);
			showQueue();
		} else {
			new Finding<>(NLS.bind(Messages.SheetEditor_reading, file.getFileName()), this, progress -> ContactSheet.read(file),
					read -> later(() -> panel.show(new SheetContent(file, read, Optional.empty()))),
					sentence -> later(() -> panel.showMessage(sentence))).schedule();
		}
	}

	private void showQueue() {
		queue.ifPresent(drawing -> panel.show(new SheetContent(file, drawing.sheet(), queue)));
	}

	/** What the user can do. */
	private final class Actions implements SheetPanel.Actions {
		@Override
		public void open(SheetTile tile) {
			if (tile.kind() != SheetTile.Kind.FAILED) {
				ViewingEditor.open(getSite().getPage(), ModelLocation.of(tile.picture()).editorInput(), SynthesisEditor.ID);
			}
		}

		@Override
		public void stop(SheetTile tile) {
			Optional<SynthesisRun> run = tile.run();
			run.ifPresent(drawn -> queue.ifPresent(drawing -> drawing.stop(drawn)));
		}

		@Override
		public void pause() {
			queue.ifPresent(drawing -> {
				if (drawing.isPaused()) {
					drawing.resume();
				} else {
					drawing.pause();
				}
			});
		}

		@Override
		public void stop() {
			queue.ifPresent(SynthesisQueue::stop);
		}
	}

	@Override
	public void setFocus() {
		panel.setFocus();
	}

	@Override
	public void dispose() {
		queue.ifPresent(drawing -> {
			drawing.removeListener(changed);
			SynthesisRuns.ofWorkbench().forget(drawing);
		});
		super.dispose();
	}
}
