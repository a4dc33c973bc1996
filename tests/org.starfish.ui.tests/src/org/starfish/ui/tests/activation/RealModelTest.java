// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerFacts;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Models as others made them, from the context menu of their files to every layer. */
@ExtendWith(CleanWorkbench.class)
class RealModelTest {
	@ParameterizedTest
	@ValueSource(strings = { "googlenet.onnx", "mnist-8.onnx", "resnet20_cifar10.onnx", "mobilenet_v1_0.25_224.h5",
			"pretrainedResnet.h5", "vww_96.h5", "fer2013_mini_XCEPTION.102-0.66.hdf5", "fer2013_mini_XCEPTION.keras",
			"lenet_mnist.dl4j.zip", "lenet_mnist_old_format.dl4j.zip" })
	void everyLayerIsShownFromTheProjectExplorer(String name, WorkbenchPage window) throws Exception {
		var project = new TestProject("models");
		project.copy(TestData.image("photos/skimage_chelsea.png"));
		project.link(TestData.model(name));
		DialogPage.during("Visualize Layer",
				() -> window.projectExplorer().contextMenu("models", name).choose("Starfish", "Visualize Layer..."), dialog -> {
					Table list = Ui.find(dialog.shell(), Table.class);
					Ui.until("the layers", () -> list.isVisible() && list.getItemCount() > 0);
					dialog.press("Show");
				});
		Ui.until("the editor", () -> window.page().getActiveEditor() instanceof ActivationEditor);
		var grid = new ActivationGridPage((ActivationEditor) window.page().getActiveEditor());
		grid.answered();
		for (LayerFacts layer : grid.session().facts().orElseThrow().layers()) {
			grid.session().showLayer(layer.name());
			grid.answered();
			assertEquals(layer.name(), grid.state().activation().layer());
			grid.canvas().update();
		}
	}

	@Test
	void aCancelledLoadCanBeTriedAgain(WorkbenchPage window) throws Exception {
		var project = new TestProject("models");
		project.copy(TestData.image("photos/skimage_chelsea.png"));
		ActivationGridPage grid = ActivationGridPage.open(window, project.link(TestData.model("googlenet.onnx")));
		assertTrue(grid.session().isReading());
		grid.pressButton("Cancel");
		Ui.until("the load to be given up", () -> !grid.session().isReading());
		assertTrue(grid.session().network().isEmpty());
		Ui.until("the network to be gone", () -> SharedNetworks.get().files().isEmpty());
		grid.pressButton("Try Again");
		grid.answered();
	}
}
