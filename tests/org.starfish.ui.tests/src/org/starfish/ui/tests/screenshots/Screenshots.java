// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.network.UnitAddress;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.graph.GraphPage;
import org.starfish.ui.model.ModelExplorer;
import org.starfish.ui.tests.drive.Driver;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.ModelEditorPage;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** The pictures of the documentation; see {@code ./starfish screenshots}. Each begins with the window as after a first start. */
public final class Screenshots implements Driver {
	private static final int WIDTH = 1440;
	private static final int HEIGHT = 900;
	private static final String LAYER = "inception_4c/output";
	private static final String[] LAYER_ITEM = { "googlenet.onnx", "inception_4c", "output" };

	/** Brings something onto the screen, and takes it. */
	@FunctionalInterface
	private interface Picture {
		void draw() throws Exception;
	}

	private final Map<String, Picture> pictures = new LinkedHashMap<>();
	private WorkbenchPage window;
	private Camera camera;
	private Study study;

	/** All pictures; none is drawn yet. */
	public Screenshots() {
		pictures.put("grid", () -> {
			ActivationGridPage grid = unit(LAYER, "158", "chelsea");
			layers().select(LAYER_ITEM);
			window.page().activate(grid.editor());
			take("grid");
		});
		pictures.put("explorer", this::explorer);
		pictures.put("graph", this::graph);
		pictures.put("dense", () -> {
			unit("prob", "tabby", "chelsea");
			take("dense");
		});
		pictures.put("compare", this::compare);
		pictures.put("preprocessing", () -> {
			unit(LAYER, "217", "coffee");
			new ModelEditorPage(editor()).choose("Preprocessing");
			take("preprocessing");
		});
		pictures.put("figure-2-1", this::figure);
	}

	/**
	 * Draws pictures.
	 *
	 * @param arguments the file with the screen's memory, its scale in percent, the folder for the pictures, what is put
	 *        behind their names, and which ones to draw, all if none is named
	 */
	@Override
	public void drive(WorkbenchPage driven, List<String> arguments) throws Exception {
		window = driven;
		camera = new Camera(Path.of(arguments.get(0)), Integer.parseInt(arguments.get(1)) / 100, Path.of(arguments.get(2)),
				arguments.get(3).substring("suffix=".length()));
		study = Study.make(window, TestData.folder());
		List<String> named = arguments.subList(4, arguments.size());
		for (String name : named.isEmpty() ? pictures.keySet() : named) {
			Picture picture = pictures.get(name);
			if (picture == null) {
				throw new IllegalArgumentException("There is no picture '%s'. There are: %s".formatted(name,
						String.join(", ", pictures.keySet())));
			}
			reset();
			picture.draw();
		}
	}

	private void reset() {
		// What is expanded there stays open otherwise.
		window.page().hideView(window.page().findView(ModelExplorer.ID));
		window.reset();
		shell().setBounds(0, 0, WIDTH, HEIGHT);
		// Nobody draws the frame that this counts in.
		Rectangle inside = shell().getClientArea();
		Point corner = shell().toDisplay(inside.width, inside.height);
		shell().setSize(2 * WIDTH - corner.x, 2 * HEIGHT - corner.y);
		shell().forceActive();
		// Where it points at nothing that would light up.
		Display.getCurrent().setCursorLocation(WIDTH - 1, HEIGHT - 1);
		window.projectExplorer().tree().select("googlenet", "googlenet.onnx");
		Ui.until("the networks to be given back", () -> SharedNetworks.get().files().isEmpty());
	}

	private Shell shell() {
		return window.window().getShell();
	}

	private void take(String name) {
		camera.take(name, new Rectangle(0, 0, WIDTH, HEIGHT));
	}

	private ActivationEditor editor() {
		return (ActivationEditor) window.page().getActiveEditor();
	}

	private ActivationGridPage open(IFile model) {
		return ActivationGridPage.open(window, model);
	}

	/** A unit's answer to a photo, with the layer shown in the explorer. */
	private ActivationGridPage unit(String layer, String channel, String photo) {
		ActivationGridPage grid = open(study.googlenet());
		grid.session().show(ShownPicture.of(study.photo(photo)));
		grid.session().showUnit(new UnitAddress(layer, channel, Optional.empty()));
		grid.answered();
		return grid;
	}

	/** Layers that are looked for. */
	private void explorer() {
		unit(LAYER, "217", "coffee");
		layers().filter("4c");
		take("explorer");
	}

	/** The tree with the layers of GoogLeNet, those around the one that is shown expanded. */
	private ModelExplorerPage layers() {
		ModelExplorerPage explorer = window.modelExplorer();
		explorer.expand("googlenet.onnx").untilLoaded("googlenet.onnx");
		return explorer.expand("googlenet.onnx", "inception_4c").select(LAYER_ITEM);
	}

	private void graph() {
		unit(LAYER, "217", "chelsea");
		new GraphPage(new ModelEditorPage(editor()).choose("Overview")).select(LAYER).open().smaller().select(LAYER).centre();
		take("graph");
	}

	private void compare() {
		ActivationGridPage grid = unit(LAYER, "217", "chelsea");
		grid.press('p');
		grid.session().show(ShownPicture.of(study.photo("coffee")));
		grid.answered();
		Ui.until("a difference", () -> grid.grids().size() == 3);
		take("compare");
	}

	/** All filters of a layer, the picture, and one answer large: figure 2.1 of the paper. */
	private void figure() {
		ActivationGridPage grid = unit("conv1/relu_7x7", "18", "chelsea");
		grid.choose("gray");
		window.page().toggleZoom(window.page().getReference(grid.editor()));
		Ui.settle();
		Control editor = WorkbenchPage.control(grid.editor());
		Point corner = editor.toDisplay(0, 0);
		camera.take("figure-2-1", new Rectangle(corner.x, corner.y, editor.getSize().x, editor.getSize().y));
		window.page().toggleZoom(window.page().getReference(grid.editor()));
	}
}
