// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.starfish.ui.perspective.StarfishPerspective;

/** The window. */
public final class WorkbenchPage {
	private static final int WIDTH = 1400;
	private static final int HEIGHT = 900;

	private final IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];

	/** Brings the window into the state after a first start: the Starfish perspective, and nothing else open. */
	public WorkbenchPage reset() {
		window.getShell().setBounds(0, 0, WIDTH, HEIGHT);
		window.getShell().forceActive();
		try {
			PlatformUI.getWorkbench().showPerspective(StarfishPerspective.ID, window);
		} catch (WorkbenchException e) {
			throw new AssertionError(e);
		}
		page().closeAllEditors(false);
		page().resetPerspective();
		Ui.settle();
		return this;
	}

	/** The Project Explorer. */
	public ProjectExplorerPage projectExplorer() {
		return new ProjectExplorerPage(show(ProjectExplorer.VIEW_ID));
	}

	/** The Model Explorer. */
	public ModelExplorerPage modelExplorer() {
		return new ModelExplorerPage(show(org.starfish.ui.model.ModelExplorer.ID));
	}

	/** Opens a view and goes to it. */
	public Control show(String viewId) {
		try {
			IViewPart view = page().showView(viewId);
			Ui.settle();
			return control(view);
		} catch (PartInitException e) {
			throw new AssertionError(e);
		}
	}

	/** Chooses an item of the main menu. */
	public MenuPage menu() {
		return new MenuPage(window.getShell().getMenuBar());
	}

	/** The workbench's own idea of the window. */
	public IWorkbenchPage page() {
		return window.getActivePage();
	}

	/** The window. */
	public IWorkbenchWindow window() {
		return window;
	}

	/** What a view or an editor consists of. */
	public static Composite control(IWorkbenchPart part) {
		return (Composite) part.getSite().getService(MPart.class).getWidget();
	}
}
