// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.IWizard;
import org.eclipse.jface.wizard.IWizardNode;
import org.eclipse.jface.wizard.WizardSelectionPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbenchPage;
import org.starfish.ui.OwnedJob;
import org.starfish.ui.model.ModelFiles;
import org.starfish.ui.model.ModelLocation;

/** Asks of which model of the workspace a picture is to be drawn. */
final class ModelPage extends WizardSelectionPage {
	private static final int HEIGHT = 220;

	private final IWorkbenchPage window;
	private final Optional<ModelLocation> selected;
	private List<ModelLocation> models = List.of();
	private Table table;

	/**
	 * @param window where the picture will be shown
	 * @param selected what is selected in the workbench; a model, perhaps
	 */
	ModelPage(IWorkbenchPage window, Optional<ModelLocation> selected) {
		super("model");
		this.window = window;
		this.selected = selected;
		setTitle(Messages.ModelPage_title);
		setMessage(Messages.ModelPage_searching);
	}

	/** The wizard for a model, made when somebody goes on with it. */
	private final class ModelNode implements IWizardNode {
		private final ModelLocation model;
		private IWizard wizard;

		ModelNode(ModelLocation model) {
			this.model = model;
		}

		@Override
		public IWizard getWizard() {
			if (wizard == null) {
				wizard = new SynthesisWizard(window, model, Beginning.NOWHERE);
			}
			return wizard;
		}

		@Override
		public boolean isContentCreated() {
			return wizard != null;
		}

		@Override
		public Point getExtent() {
			return new Point(-1, -1);
		}

		@Override
		public void dispose() {
			// The dialog disposes of the wizards that it has shown; the others hold nothing.
		}
	}

	@Override
	public void createControl(Composite parent) {
		var content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(content);
		table = new Table(content, SWT.BORDER | SWT.SINGLE);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).applyTo(table);
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> picked()));
		table.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(
				event -> Optional.ofNullable(getNextPage()).ifPresent(getContainer()::showPage)));
		setControl(content);
		Display display = table.getDisplay();
		new Search(found -> {
			if (!display.isDisposed()) {
				display.asyncExec(() -> found(found));
			}
		}).schedule();
	}

	private void found(List<ModelLocation> found) {
		if (table.isDisposed()) {
			return;
		}
		models = found;
		found.forEach(model -> new TableItem(table, SWT.NONE).setText(model.text()));
		setMessage(found.isEmpty() ? Messages.ModelPage_none : Messages.ModelPage_text);
		if (!found.isEmpty()) {
			table.setSelection(Math.max(0, selected.map(found::indexOf).orElse(0)));
			picked();
		}
	}

	private void picked() {
		int index = table.getSelectionIndex();
		setSelectedNode(index < 0 ? null : new ModelNode(models.get(index)));
	}

	/** Looks for the models of the workspace. */
	private final class Search extends OwnedJob {
		private final Consumer<List<ModelLocation>> listener;

		Search(Consumer<List<ModelLocation>> listener) {
			super(Messages.ModelPage_searching, getWizard());
			this.listener = listener;
			setSystem(true);
		}

		@Override
		protected IStatus run(IProgressMonitor monitor) {
			try {
				List<IFile> files = ModelFiles.below(ResourcesPlugin.getWorkspace().getRoot(), monitor);
				listener.accept(files.stream().map(ModelLocation::of).flatMap(Optional::stream).toList());
				return Status.OK_STATUS;
			} catch (OperationCanceledException e) {
				return Status.CANCEL_STATUS;
			} catch (CoreException e) {
				return e.getStatus();
			}
		}
	}
}
