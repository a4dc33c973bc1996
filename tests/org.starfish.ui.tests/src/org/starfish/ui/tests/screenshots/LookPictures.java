// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.util.Map;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.graph.GraphPage;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.ModelEditorPage;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Pictures of what looks inside a network: the explorer, and the pages of the editor of models. */
final class LookPictures {
	private static final String LAYER = "inception_4c/output";
	private static final String[] LAYER_ITEM = { "googlenet.onnx", "inception_4c", "output" };

	private LookPictures() {
	}

	/** Adds them by name. */
	static void addTo(Map<String, Picture> pictures) {
		pictures.put("grid", LookPictures::grid);
		pictures.put("explorer", LookPictures::explorer);
		pictures.put("graph", LookPictures::graph);
		pictures.put("dense", stage -> {
			stage.unit("prob", "tabby", "chelsea");
			stage.take("dense");
		});
		pictures.put("compare", LookPictures::compare);
		pictures.put("preprocessing", stage -> {
			new ModelEditorPage(stage.unit(LAYER, "217", "coffee").editor()).choose("Preprocessing");
			stage.take("preprocessing");
		});
		pictures.put("figure-2-1", LookPictures::figure);
	}

	private static void grid(Stage stage) {
		ActivationGridPage grid = stage.unit(LAYER, "158", "chelsea");
		layers(stage).select(LAYER_ITEM);
		stage.window().page().activate(grid.editor());
		stage.take("grid");
	}

	/** Layers that are looked for. */
	private static void explorer(Stage stage) {
		stage.unit(LAYER, "217", "coffee");
		layers(stage).filter("4c");
		stage.take("explorer");
	}

	/** The tree with the layers of GoogLeNet, those around the one that is shown expanded. */
	private static ModelExplorerPage layers(Stage stage) {
		ModelExplorerPage explorer = stage.window().modelExplorer();
		explorer.expand("googlenet.onnx").untilLoaded("googlenet.onnx");
		return explorer.expand("googlenet.onnx", "inception_4c").select(LAYER_ITEM);
	}

	private static void graph(Stage stage) {
		Control page = new ModelEditorPage(stage.unit(LAYER, "217", "chelsea").editor()).choose("Overview");
		new GraphPage(page).select(LAYER).open().smaller().select(LAYER).centre();
		stage.take("graph");
	}

	private static void compare(Stage stage) {
		ActivationGridPage grid = stage.unit(LAYER, "158", "chelsea");
		grid.press('p');
		grid.session().show(ShownPicture.of(stage.study().photo("coffee")));
		grid.answered();
		Ui.until("a difference", () -> grid.grids().size() == 3);
		stage.take("compare");
	}

	/** All filters of a layer, the picture, and one answer large: figure 2.1 of the paper. */
	private static void figure(Stage stage) {
		ActivationGridPage grid = stage.unit("conv1/relu_7x7", "18", "chelsea");
		grid.choose("gray");
		stage.window().page().toggleZoom(stage.window().page().getReference(grid.editor()));
		Ui.settle();
		stage.take("figure-2-1", (Composite) WorkbenchPage.control(grid.editor()));
		stage.window().page().toggleZoom(stage.window().page().getReference(grid.editor()));
	}
}
