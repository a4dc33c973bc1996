// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
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

	/** The Properties view, which is not activated, so that it goes on showing what is selected elsewhere. */
	public PropertiesPage properties() {
		return new PropertiesPage((Control) window.getService(EPartService.class)
				.findPart(IPageLayout.ID_PROP_SHEET).getWidget());
	}

	/** Opens a view and goes to it. */
	public Control show(String viewId) {
		try {
			page().showView(viewId);
			Ui.settle();
			return (Control) window.getService(EPartService.class).findPart(viewId).getWidget();
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

	/** What an editor consists of. */
	public static Control control(IEditorPart editor) {
		return (Control) editor.getSite().getService(MPart.class).getWidget();
	}
}
