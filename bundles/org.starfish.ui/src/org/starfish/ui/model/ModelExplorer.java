// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.model.WorkbenchLabelProvider;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;

/** The view that lists the models of the workspace. */
public final class ModelExplorer {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.modelExplorer";
	/** Copying a folder makes many changes; they are answered together. */
	private static final long DELAY = 100;

	private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
	private final IResourceChangeListener changes = event -> search();
	private Composite pages;
	private StackLayout layout;
	private TableViewer models;
	private Label none;
	private Job search;

	@PostConstruct
	void create(Composite parent) {
		layout = new StackLayout();
		pages = new Composite(parent, SWT.NONE);
		pages.setLayout(layout);
		models = new TableViewer(pages, SWT.SINGLE | SWT.V_SCROLL);
		models.setContentProvider(ArrayContentProvider.getInstance());
		models.setLabelProvider(new WorkbenchLabelProvider());
		none = new Label(pages, SWT.WRAP);
		none.setText(Messages.ModelExplorer_none);
		Display display = parent.getDisplay();
		search = new ModelSearch(this, workspace.getRoot(), found -> display.asyncExec(() -> show(found)));
		workspace.addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
		search.schedule();
	}

	@PreDestroy
	void close() {
		workspace.removeResourceChangeListener(changes);
		search.cancel();
	}

	private void search() {
		search.schedule(DELAY);
	}

	private void show(List<IFile> found) {
		if (pages.isDisposed()) {
			return;
		}
		models.setInput(found);
		layout.topControl = found.isEmpty() ? none : models.getControl();
		pages.layout();
	}
}
