// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;

/** The ways to show the network another picture. */
final class PictureMenu {
	private final ModelSession session;
	private final PictureChooser chooser;
	private final Runnable nothing;

	/**
	 * @param nothing told when there is nothing to paste
	 */
	PictureMenu(ModelSession session, PictureChooser chooser, Runnable nothing) {
		this.session = session;
		this.chooser = chooser;
		this.nothing = nothing;
	}

	/** Opens the menu below a control. */
	void open(Control below) {
		Menu menu = new Menu(below);
		item(menu, Messages.PictureMenu_workspace, this::fromWorkspace);
		item(menu, Messages.PictureMenu_computer, this::fromComputer);
		item(menu, Messages.PictureMenu_paste, this::paste);
		menu.setLocation(below.toDisplay(0, below.getSize().y));
		menu.addListener(SWT.Hide, event -> below.getDisplay().asyncExec(menu::dispose));
		menu.setVisible(true);
	}

	private static void item(Menu menu, String text, Runnable action) {
		MenuItem item = new MenuItem(menu, SWT.PUSH);
		item.setText(text);
		item.addListener(SWT.Selection, event -> action.run());
	}

	/** Shows a picture of the workspace. */
	void fromWorkspace() {
		chooser.fromWorkspace().map(ShownPicture::of).ifPresent(session::show);
	}

	/** Shows a picture from anywhere. */
	void fromComputer() {
		chooser.fromComputer().map(ShownPicture::of).ifPresent(session::show);
	}

	/** Shows the picture of the clipboard. */
	void paste() {
		Optional<ShownPicture> pasted = chooser.fromClipboard();
		pasted.ifPresentOrElse(session::show, nothing);
	}
}
