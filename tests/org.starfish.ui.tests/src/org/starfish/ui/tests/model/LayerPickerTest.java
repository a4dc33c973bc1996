// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class LayerPickerTest {
	private static final String TITLE = "Visualize Layer";
	private static final String GOOGLENET = "googlenet.onnx";

	@Test
	void typingFindsALayerAndShowsIt(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		DialogPage.during(TITLE, () -> visualize(window, GOOGLENET), dialog -> {
			assertFalse(dialog.isEnabled("Show"));
			Table list = loaded(dialog);
			assertEquals(143, list.getItemCount(), "all layers, the input among them");
			dialog.field().setText("i4co");
			assertEquals(List.of("inception_4c/output  Concatenation"), names(list));
			assertEquals("512 \u00b7 14\u00b2", list.getItem(0).getText(1));
			assertTrue(dialog.shows("512 channels, 14 \u00d7 14"));
			dialog.press("Show");
		});
		assertEquals("inception_4c/output", shownLayer(window));
	}

	@Test
	void theLastLayerIsRemembered(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		DialogPage.during(TITLE, () -> visualize(window, GOOGLENET), dialog -> {
			loaded(dialog);
			dialog.field().setText("3b/5x5_red");
			dialog.press("Show");
		});
		window.page().closeAllEditors(false);
		DialogPage.during(TITLE, () -> visualize(window, GOOGLENET), dialog -> {
			Table list = loaded(dialog);
			assertEquals("inception_3b/5x5_reduce  Convolution", list.getSelection()[0].getText());
			Ui.key(dialog.field(), 0, SWT.ARROW_DOWN);
			assertEquals("inception_3b/relu_5x5_reduce  ReLU", list.getSelection()[0].getText());
			dialog.press("Cancel");
		});
		assertEquals(0, window.page().getEditorReferences().length);
		Ui.until("the model to be released", () -> SharedNetworks.get().files().isEmpty());
	}

	@Test
	void aNameThatIsNotThereCannotBeShown(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		DialogPage.during(TITLE, () -> visualize(window, GOOGLENET), dialog -> {
			loaded(dialog);
			dialog.field().setText("conv99");
			assertFalse(dialog.isEnabled("Show"));
			assertTrue(dialog.shows("No layer has such a name."));
		});
	}

	@Test
	void aDamagedFileSaysSo(WorkbenchPage window) throws Exception {
		new TestProject("models").write("damaged.onnx", "no model at all".getBytes(StandardCharsets.UTF_8));
		DialogPage.during(TITLE, () -> visualize(window, "damaged.onnx"), dialog -> {
			Ui.until("a sentence", () -> !Ui.all(dialog.shell(), Text.class,
					text -> text.isVisible() && text.getText().contains("damaged.onnx")).isEmpty());
			assertFalse(dialog.isEnabled("Show"));
			dialog.press("Close");
		});
	}

	@Test
	void closingItCancelsTheLoading(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		DialogPage.during(TITLE, () -> visualize(window, GOOGLENET), dialog -> dialog.press("Cancel"));
		Ui.until("the job to end", () -> Job.getJobManager().find(OpenNetworkJob.class).length == 0);
		Ui.until("the network to be gone", () -> SharedNetworks.get().files().isEmpty());
	}

	private static void visualize(WorkbenchPage window, String model) {
		window.projectExplorer().contextMenu("models", model).choose("Starfish", "Visualize Layer...");
	}

	private static Table loaded(DialogPage dialog) {
		Table list = Ui.find(dialog.shell(), Table.class);
		Ui.until("the layers", () -> list.isVisible() && list.getItemCount() > 0);
		return list;
	}

	private static List<String> names(Table list) {
		return Stream.of(list.getItems()).map(TableItem::getText).toList();
	}

	private static String shownLayer(WorkbenchPage window) {
		var editor = (ActivationEditor) window.page().getActiveEditor();
		Ui.until("the layer", () -> editor.session().layer().isPresent());
		return editor.session().layer().orElseThrow();
	}
}
