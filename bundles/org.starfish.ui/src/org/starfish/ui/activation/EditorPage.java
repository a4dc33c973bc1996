// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.widgets.Control;

/** A page of the editor. It is given the {@link ModelSession} when it is made, and listens to it. */
public interface EditorPage {
	/** What the page shows. */
	Control control();

	/** Gives the focus to what is most used. */
	void setFocus();

	/** The page has come to the front. */
	default void shown() {
	}
}
