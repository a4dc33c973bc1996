// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Control;

/** A page of the editor. It is given the {@link ModelSession} when it is made, and listens to it. */
public interface EditorPage {
	/** What the page shows. */
	Control control();

	/** Gives the focus to what is most used. */
	void setFocus();

	/** Whether there is something to save. */
	default boolean isDirty() {
		return false;
	}

	/**
	 * Saves what is to be saved.
	 *
	 * @param monitor told how far it is
	 * @return false if that was not possible; the page says why
	 */
	default boolean save(IProgressMonitor monitor) {
		return true;
	}

	/** The page has come to the front. */
	default void shown() {
	}
}
