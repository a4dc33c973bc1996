// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.testkit.TestData;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class ModelExplorerTest {
	@Test
	void anEmptyWorkspaceSaysWhatToDo(WorkbenchPage window) {
		ModelExplorerPage explorer = window.modelExplorer();
		Ui.until("a message", () -> !explorer.message().isEmpty());
		assertTrue(explorer.message().contains("Starfish Example"), explorer::message);
	}

	@Test
	void modelsAppearAndDisappearWithTheirFiles(WorkbenchPage window) throws Exception {
		ModelExplorerPage explorer = window.modelExplorer();
		var project = new TestProject("sea");
		project.write("notes.txt", "text".getBytes(StandardCharsets.UTF_8));
		IFile model = project.copy(
				TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool/tidepool.zip"));
		Ui.until("the model", () -> explorer.models().equals(List.of("tidepool.zip")));
		model.delete(true, null);
		Ui.until("an empty list", () -> explorer.models().isEmpty());
		assertEquals(List.of(), explorer.models());
	}
}
