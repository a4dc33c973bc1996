// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Map;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.starfish.ui.activation.LayerDisplay;

/**
 * Keeps the Model Explorer and the editors of models together, if the user wants that: the tree selects what the active
 * editor shows, and an open editor shows what is selected in the tree.
 */
final class EditorLink {
	private static final String KEY = "linked";

	private final IWorkbenchPage page;
	private final ExplorerTree tree;
	private final Map<String, String> memory;
	private final IPartListener2 activation = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference reference) {
			if (isOn() && reference.getPart(false) instanceof IEditorPart editor) {
				follow(editor);
			}
		}
	};
	private final ISelectionListener selection = this::selected;
	/** Whether the tree is being told what to select, so that it is not news. */
	private boolean following;

	/**
	 * @param memory where it is kept whether the user wants this
	 */
	EditorLink(IWorkbenchPage page, ExplorerTree tree, Map<String, String> memory) {
		this.page = page;
		this.tree = tree;
		this.memory = memory;
		page.addPartListener(activation);
		page.addPostSelectionListener(selection);
		page.addSelectionListener(selection);
	}

	/** Whether the user wants this. */
	boolean isOn() {
		return Boolean.parseBoolean(memory.get(KEY));
	}

	/** Does so from now on, or no more. */
	void set(boolean on) {
		memory.put(KEY, Boolean.toString(on));
		IEditorPart editor = page.getActiveEditor();
		if (on && editor != null) {
			follow(editor);
		}
	}

	/** Ends it. */
	void close() {
		page.removePartListener(activation);
		page.removePostSelectionListener(selection);
		page.removeSelectionListener(selection);
	}

	private void follow(IEditorPart editor) {
		ModelLocation.of(editor.getEditorInput()).ifPresent(model -> follow(() -> tree.reveal(model)));
	}

	/** What is selected in an editor. */
	private void selected(IWorkbenchPart part, ISelection selected) {
		if (!isOn() || !(part instanceof IEditorPart) || !(selected instanceof IStructuredSelection elements)) {
			return;
		}
		LayerElement layer = Adapters.adapt(elements.getFirstElement(), LayerElement.class);
		if (layer != null) {
			follow(() -> tree.reveal(layer));
		}
	}

	private void follow(Runnable reveal) {
		following = true;
		try {
			reveal.run();
		} finally {
			following = false;
		}
	}

	/** The user has selected something in the tree. */
	void lead(IStructuredSelection elements) {
		if (!isOn() || following || elements.size() != 1) {
			return;
		}
		Object element = elements.getFirstElement();
		ModelLocation.ofSelected(element).flatMap(model -> LayerEditor.find(page, model)).ifPresent(editor -> {
			page.bringToTop(editor);
			show(Adapters.adapt(editor, LayerDisplay.class), element);
		});
	}

	private static void show(LayerDisplay display, Object element) {
		switch (element) {
		case LayerElement layer -> display.showLayer(layer.name());
		case UnitElement unit -> display.showUnit(unit.address());
		default -> {
			// The model is shown.
		}
		}
	}
}
