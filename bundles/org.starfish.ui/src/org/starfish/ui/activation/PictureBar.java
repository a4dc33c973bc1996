// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;

/** The line below a picture: its name, its place among those of its folder, and ways to others. */
final class PictureBar {
	private final ModelSession session;
	private final PictureFolder folder;
	private final Composite bar;
	private final Label name;
	private final Label place;
	private final ToolItem previous;
	private final ToolItem next;

	/**
	 * @param choose lets the user choose another picture, near a control
	 */
	PictureBar(Composite parent, ModelSession session, PictureFolder folder, Consumer<Control> choose) {
		this.session = session;
		this.folder = folder;
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(5).spacing(2, 0).applyTo(bar);
		name = new Label(bar, SWT.NONE);
		name.setForeground(GridColors.muted(name));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(20, SWT.DEFAULT).applyTo(name);
		previous = FlatBar.item(bar, Messages.PictureBar_previous, () -> folder.go(-1));
		previous.setText("\u2039");
		place = new Label(bar, SWT.NONE);
		place.setForeground(GridColors.muted(place));
		next = FlatBar.item(bar, Messages.PictureBar_next, () -> folder.go(1));
		next.setText("\u203a");
		ToolItem open = FlatBar.item(bar, Messages.PictureBar_choose, () -> choose.accept(bar));
		open.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJ_FOLDER));
	}

	Control control() {
		return bar;
	}

	/** Shows which picture the session shows, and where among those of its folder it is. */
	void refresh() {
		name.setText(session.picture().map(ShownPicture::name).orElse(""));
		name.setToolTipText(session.picture().flatMap(ShownPicture::file).map(Object::toString).orElse(null));
		boolean many = folder.count() > 1 && folder.place() >= 0;
		place.setText(many ? NLS.bind(Messages.PictureBar_place, folder.place() + 1, folder.count()) : "");
		previous.setEnabled(many);
		next.setEnabled(many);
		bar.layout(true);
	}
}
