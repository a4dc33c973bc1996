// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.perspective;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.starfish.ui.model.ModelExplorer;

/** Where am I, and what is it, at the left; what am I looking at at the right, as large as can be. */
public final class StarfishPerspective implements IPerspectiveFactory {
	/** Its identifier in {@code plugin.xml}. */
	public static final String ID = "org.starfish.ui.perspective";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(true);
		layout.addView(ProjectExplorer.VIEW_ID, IPageLayout.LEFT, 0.245f, IPageLayout.ID_EDITOR_AREA);
		layout.addView(ModelExplorer.ID, IPageLayout.BOTTOM, 0.25f, ProjectExplorer.VIEW_ID);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.6f, ModelExplorer.ID);
		below.addView(IPageLayout.ID_PROP_SHEET);
		below.addView(IPageLayout.ID_PROGRESS_VIEW);
		layout.addShowViewShortcut(ModelExplorer.ID);
		layout.addShowViewShortcut(ProjectExplorer.VIEW_ID);
		layout.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
		layout.addNewWizardShortcut("org.starfish.ui.example");
	}
}
