// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.widgets.Composite;

/** Makes a page of the editor, when the model has been read and the page is shown for the first time. */
@FunctionalInterface
public interface PageFactory {
	/**
	 * Makes the page.
	 *
	 * @param parent to be filled
	 * @param session with the open model; listeners that are added to it end with it
	 * @param display shows a layer or unit, on the page that can
	 */
	EditorPage create(Composite parent, ModelSession session, LayerDisplay display);
}
