// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;

@ExtendWith(CleanWorkbench.class)
class AnimationExportTest {
	private static final List<RgbImage> WAY = List.of(RgbImage.filled(4, 4, 0x112233), RgbImage.filled(8, 8, 0x445566));

	@TempDir
	private Path folder;
	private final List<String> failed = new CopyOnWriteArrayList<>();

	private void write(Path file) throws InterruptedException {
		new AnimationExport(Display.getCurrent().getActiveShell(), this, failed::add).write(WAY, file);
		Job.getJobManager().join(this, null);
	}

	@Test
	void theEndingSaysTheFormat() throws Exception {
		write(folder.resolve("a.gif"));
		write(folder.resolve("a.png"));
		assertEquals(List.of(), failed);
		assertTrue(new String(Files.readAllBytes(folder.resolve("a.gif")), 0, 6).startsWith("GIF89a"));
		assertEquals(RgbImage.filled(8, 8, 0x112233), ImageReader.read(folder.resolve("a.png")));
	}

	@Test
	void whatIsWrittenIntoTheWorkspaceIsSeenThere() throws Exception {
		var project = new TestProject("way");
		write(project.project().getLocation().append("a.gif").toPath());
		assertTrue(project.project().getFile("a.gif").exists());
	}

	@Test
	void whatCannotBeWrittenIsSaid() throws Exception {
		write(folder.resolve("a.mp4"));
		write(folder.resolve("none").resolve("a.gif"));
		assertEquals(2, failed.size());
		assertTrue(failed.get(0).contains(".gif or .png") && failed.get(1).contains("folder"), failed.toString());
	}
}
