// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.EditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.starfish.ui.model.ModelLocation;

/** An editor that only shows: its files are written by jobs, never from here. The jobs that it owns end with it. */
public abstract class ViewingEditor extends EditorPart {
	private Display display;
	private boolean closed;

	/** Opens an editor; if that is not possible, the user is told why. */
	protected static void open(IWorkbenchPage page, IEditorInput input, String editor) {
		try {
			page.openEditor(input, editor);
		} catch (PartInitException e) {
			StatusManager.getManager().handle(e.getStatus(), StatusManager.LOG | StatusManager.SHOW);
		}
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		display = site.getShell().getDisplay();
		setSite(site);
		setInput(input);
		setPartName(input.getName());
	}

	/** The file that is shown, of the workspace or not. */
	protected static Path file(IEditorInput input) throws PartInitException {
		return ModelLocation.of(input).orElseThrow(() -> unreadable(input)).path();
	}

	/** Says that an input is nothing that can be shown. */
	protected static PartInitException unreadable(IEditorInput input) {
		return new PartInitException(NLS.bind(Messages.ViewingEditor_noFile, input.getName()));
	}

	/** Does something on the thread of the user interface, unless the editor is closed by then. From any thread. */
	protected final void later(Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!closed) {
					work.run();
				}
			});
		}
	}

	/** Whether the editor is closed, and its widgets are gone. */
	protected final boolean isClosed() {
		return closed;
	}

	@Override
	public void dispose() {
		closed = true;
		Job.getJobManager().cancel(this);
		super.dispose();
	}

	@Override
	public final void doSave(IProgressMonitor monitor) {
		// There is never anything to save.
	}

	@Override
	public final void doSaveAs() {
		// Not offered.
	}

	@Override
	public final boolean isDirty() {
		return false;
	}

	@Override
	public final boolean isSaveAsAllowed() {
		return false;
	}
}
