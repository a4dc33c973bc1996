// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.image.ImageReader;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.ui.synthesis.editor.PictureCanvas;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Two pictures side by side. */
@ExtendWith(CleanWorkbench.class)
class ComparisonTest {
	private static final Parameters SHORT = Presets.LUCID.parameters().with(Parameter.STEPS, 8);

	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	private static List<List<String>> rows(Composite control) {
		TableItem[] items = Ui.find(control, Table.class).getItems();
		return Arrays.stream(items).map(item -> Stream.of(0, 1, 2).map(item::getText).toList()).toList();
	}

	@Test
	void whatDiffersIsInTheTableAndTheZoomIsShared(WorkbenchPage window) throws Exception {
		SynthesisEditor.start(window.page(), List.of(wanted.request("a.png", "prob:0", SHORT)));
		SynthesisEditorPage.active(window).awaitEnd();
		SynthesisEditor.start(window.page(),
				List.of(wanted.request("b.png", "prob:0", SHORT.with(Parameter.RATE, 0.1).with(Parameter.SIZE, 32))));
		Ui.until("the second picture", () -> wanted.file("b.png").exists());
		window.projectExplorer().tree().contextMenuOf(List.of("tidepool", "synthesized", "units"), "a.png", "b.png")
				.choose("Starfish", "Compare");
		Ui.until("a comparison", () -> window.page().getActiveEditor().getTitle().equals("a.png and b.png"));
		var control = (Composite) WorkbenchPage.control(window.page().getActiveEditor());
		Ui.until("both to be read", () -> !rows(control).isEmpty());
		assertTrue(rows(control).contains(List.of("Rate \u03b7", "0.05", "0.1")), () -> rows(control).toString());
		assertTrue(rows(control).stream().noneMatch(row -> row.get(0).equals("L2 decay")), "only what differs");
		Ui.until("the network to answer: " + rows(control), () -> rows(control).stream().anyMatch(
				row -> row.get(0).equals("Reached") && !row.get(1).isEmpty() && !row.get(2).isEmpty()));

		List<PictureCanvas> pictures = Ui.all(control, PictureCanvas.class, canvas -> true);
		assertEquals(ImageReader.read(wanted.path("a.png")), pictures.get(0).picture());
		assertEquals(ImageReader.read(wanted.path("b.png")), pictures.get(1).picture());
		assertEquals(1, pictures.get(1).zoom().factor());
		Ui.key(pictures.get(0), SWT.NONE, '+');
		assertEquals(1.25, pictures.get(1).zoom().factor());
		Ui.key(pictures.get(1), SWT.NONE, '0');
		assertEquals(1, pictures.get(0).zoom().factor());
	}

	@Test
	void oneFileAloneIsNotCompared(WorkbenchPage window) {
		assertFalse(window.projectExplorer().tree().contextMenu("tidepool", "tidepool.zip").items("Starfish")
				.contains("Compare"));
	}
}
