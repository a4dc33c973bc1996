// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.testkit.TestData;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.MenuPage;
import org.starfish.ui.tests.pages.ModelEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class GraphCanvasTest {
	private ModelEditorPage editor;
	private GraphCanvas canvas;

	private void open(WorkbenchPage workbench, IFile file) throws Exception {
		editor = ModelEditorPage.open(workbench, file);
		canvas = Ui.find(editor.choose("Overview"), GraphCanvas.class);
		Ui.until("the graph to be laid out", () -> canvas.shown().isPresent());
	}

	private void openTidepool(WorkbenchPage workbench) throws Exception {
		open(workbench, new TestProject("graph")
				.copy(TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool/tidepool.zip")));
	}

	private void openGoogleNet(WorkbenchPage workbench) throws Exception {
		open(workbench, new TestProject("graph").link(TestData.model("googlenet.onnx")));
	}

	private String selected() {
		return canvas.selection().map(GraphNode::path).orElse("");
	}

	private Rectangle place(String node) {
		return canvas.shown().orElseThrow().boxes().stream().map(GraphLayout.Box::node)
				.filter(each -> each.path().equals(node)).findFirst().flatMap(canvas::place).orElseThrow();
	}

	@Test
	void keysWalkFromTheInputToTheOutput(WorkbenchPage workbench) throws Exception {
		openTidepool(workbench);
		Ui.key(canvas, 0, SWT.HOME);
		assertEquals("input", selected());
		int steps = 0;
		for (String before = ""; !before.equals(selected()); steps++) {
			before = selected();
			Ui.key(canvas, 0, SWT.ARROW_DOWN);
		}
		assertEquals(editor.session().facts().orElseThrow().outputs().get(0).name(), selected());
		assertEquals(editor.session().facts().orElseThrow().layers().size(), steps);
		assertEquals(Optional.of(selected()), editor.session().layer(), "the other pages follow");
		assertTrue(canvas.getClientArea().intersects(place(selected())), "what is selected is seen");
		Ui.key(canvas, 0, SWT.ARROW_UP);
		Ui.key(canvas, 0, SWT.CR);
		assertEquals("Activations", editor.tab());
	}

	@Test
	void theGraphFollowsTheOtherPages(WorkbenchPage workbench) throws Exception {
		openTidepool(workbench);
		editor.session().showLayer("conv5");
		assertEquals("conv5", selected());
	}

	@Test
	void aClickSelects(WorkbenchPage workbench) throws Exception {
		openTidepool(workbench);
		Rectangle box = place("pool1");
		Ui.click(canvas, box.x + box.width / 2, box.y + box.height / 2);
		assertEquals("pool1", selected());
		Ui.hover(canvas, box.x + box.width / 2, box.y + box.height / 2);
		assertTrue(canvas.getToolTipText().startsWith("pool1\nMax pooling\n32 channels"), canvas.getToolTipText());
	}

	@Test
	void keysAndTheWheelZoom(WorkbenchPage workbench) throws Exception {
		openTidepool(workbench);
		assertEquals(1, canvas.zoom());
		for (int i = 0; i < 4; i++) {
			Ui.key(canvas, 0, '+');
		}
		assertEquals(2, canvas.zoom(), 1e-9);
		Ui.key(canvas, 0, '0');
		assertEquals(1, canvas.zoom());
		var wheel = new Event();
		wheel.stateMask = SWT.MOD1;
		wheel.count = -3;
		Ui.send(canvas, SWT.MouseVerticalWheel, wheel);
		assertTrue(canvas.zoom() < 1);
		Ui.key(canvas, 0, 'f');
		Rectangle window = canvas.getClientArea();
		Rectangle last = place(editor.session().facts().orElseThrow().outputs().get(0).name());
		assertTrue(window.contains(last.x, last.y) && window.contains(last.x + last.width, last.y + last.height));
	}

	@Test
	void groupsOpenWhereTheyAreAndClose(WorkbenchPage workbench) throws Exception {
		openGoogleNet(workbench);
		assertFalse(canvas.hasOpenGroups());
		Rectangle far = place("inception_3a");
		Ui.click(canvas, far.x + far.width / 2, far.y + 5);
		Rectangle box = place("inception_3a");
		Ui.doubleClick(canvas, box.x + box.width / 2, box.y + box.height / 2);
		Ui.until("the group to open", () -> canvas.shown().orElseThrow().frames().size() == 1);
		Rectangle frame = canvas.place(canvas.shown().orElseThrow().frames().get(0).node()).orElseThrow();
		assertEquals(box.y, frame.y, 2, "it stays where it was");
		Ui.key(canvas, 0, ' ');
		Ui.until("the group to close", () -> canvas.shown().orElseThrow().frames().isEmpty());
		canvas.openAll();
		Ui.until("all groups to open", () -> canvas.shown().orElseThrow().boxes().size() == 143);
		editor.session().showLayer("inception_4c/3x3");
		assertEquals("inception_4c/3x3", selected());
		canvas.closeAll();
		Ui.until("all groups to close", () -> canvas.shown().orElseThrow().frames().isEmpty());
		assertEquals("inception_4c", selected(), "the box that hides it");
	}

	@Test
	void theContextMenuOpensGroups(WorkbenchPage workbench) throws Exception {
		openGoogleNet(workbench);
		Rectangle box = place("conv2");
		Ui.click(canvas, box.x + box.width / 2, box.y + 5);
		new MenuPage(canvas.getMenu()).choose("Open Group");
		Ui.until("the group to open", () -> canvas.shown().orElseThrow().frames().size() == 1);
	}

	@Test
	void theSmallMapMovesTheWindow(WorkbenchPage workbench) throws Exception {
		openGoogleNet(workbench);
		Rectangle map = canvas.minimap().orElseThrow().bounds();
		int before = place("data").y;
		Ui.click(canvas, map.x + map.width / 2, map.y + map.height - 8);
		assertTrue(place("data").y < before - 100);
	}
}
