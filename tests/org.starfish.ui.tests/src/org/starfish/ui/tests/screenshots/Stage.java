// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.util.Optional;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.model.ModelExplorer;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** The window that pictures are taken of, and what is shown in it. */
final class Stage {
	private static final int WIDTH = 1440;
	private static final int HEIGHT = 900;

	private final WorkbenchPage window;
	private final Camera camera;
	private final Study study;

	/**
	 * @param study what the workspace holds
	 */
	Stage(WorkbenchPage window, Camera camera, Study study) {
		this.window = window;
		this.camera = camera;
		this.study = study;
	}

	/** Brings the window into the state after a first start, but with the study selected. */
	void reset() {
		// What is expanded there stays open otherwise.
		window.page().hideView(window.page().findView(ModelExplorer.ID));
		window.reset();
		Shell shell = window.window().getShell();
		shell.setBounds(0, 0, WIDTH, HEIGHT);
		// Nobody draws the frame that this counts in.
		Rectangle inside = shell.getClientArea();
		Point corner = shell.toDisplay(inside.width, inside.height);
		shell.setSize(2 * WIDTH - corner.x, 2 * HEIGHT - corner.y);
		shell.forceActive();
		// Where it points at nothing that would light up.
		Display.getCurrent().setCursorLocation(WIDTH - 1, HEIGHT - 1);
		window.projectExplorer().tree().select("googlenet", "googlenet.onnx");
		Ui.until("the networks to be given back", () -> SharedNetworks.get().files().isEmpty());
	}

	WorkbenchPage window() {
		return window;
	}

	Study study() {
		return study;
	}

	/** Has the window drawn anew, since a dialog leaves its traces where no window manager sees to that. */
	void repaint() {
		Shell shell = window.window().getShell();
		Point size = shell.getSize();
		shell.setSize(size.x + 1, size.y + 1);
		Ui.settle();
		shell.setSize(size);
		Ui.settle();
	}

	/** Takes a picture of the window, with the dialogs on it. */
	void take(String name) {
		camera.take(name, new Rectangle(0, 0, WIDTH, HEIGHT));
	}

	/** Takes a picture of a part of the window, or of a dialog without its frame. */
	void take(String name, Composite part) {
		Point corner = part.toDisplay(0, 0);
		Rectangle inside = part.getClientArea();
		camera.take(name, new Rectangle(corner.x, corner.y, inside.width, inside.height));
	}

	/** Shows what a unit of GoogLeNet answers to a photo. */
	ActivationGridPage unit(String layer, String channel, String photo) {
		ActivationGridPage grid = ActivationGridPage.open(window, study.googlenet());
		grid.session().show(ShownPicture.of(study.photo(photo)));
		grid.session().showUnit(new UnitAddress(layer, channel, Optional.empty()));
		return grid.answered();
	}
}
