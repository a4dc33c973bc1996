// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;

/** Lets text fields do with the clipboard what they would do if nobody else handled the command. */
final class TextEdit {
	private TextEdit() {
	}

	/** Whether the control is a text field, which then has copied or pasted. */
	static boolean execute(Control control, String command) {
		boolean paste = command.equals(IWorkbenchCommandConstants.EDIT_PASTE);
		switch (control) {
		case Text text when paste -> text.paste();
		case Text text -> text.copy();
		case Spinner spinner when paste -> spinner.paste();
		case Spinner spinner -> spinner.copy();
		case Combo combo when paste -> combo.paste();
		case Combo combo -> combo.copy();
		case null, default -> {
			return false;
		}
		}
		return true;
	}
}
