// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.image.ImageReader;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.ui.activation.Export.Kind;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.Ui;

@ExtendWith(CleanWorkbench.class)
class ExportTest {
	@TempDir
	Path folder;
	private final ModelMemory memory = new ModelMemory(new DialogSettings("test"));
	private final ModelSession session = new ModelSession(Tidepool.model(), SharedNetworks.get(), memory,
			Display.getCurrent()::asyncExec);
	private final List<String> done = new ArrayList<>();
	private final List<String> failed = new ArrayList<>();
	private final Export export = new Export(session, memory, done::add, failed::add);
	private Shell shell;
	private GridState state;

	@BeforeEach
	void ask() throws Exception {
		shell = new Shell();
		LayerActivation answer = Tidepool.answer(Tidepool.firstLayer(), "starfish-1.jpg");
		state = GridState.of(answer, GridLook.DEFAULT, 2);
	}

	@AfterEach
	void close() {
		session.close();
		shell.dispose();
	}

	private Path write(Kind kind, String name) {
		Path file = folder.resolve(name);
		export.write(shell, kind, state, file);
		Ui.until("the file", () -> !done.isEmpty() || !failed.isEmpty());
		assertEquals(List.of(), failed);
		assertTrue(done.get(0).contains(name), done::toString);
		return file;
	}

	@Test
	void theGridIsWrittenAsAPicture() throws Exception {
		assertTrue(ImageReader.read(write(Kind.GRID, "grid.png")).width() > 100);
		assertEquals(folder, memory.exportFolder().orElseThrow(), "for the next time");
	}

	@Test
	void aChannelIsWrittenAsAPicture() throws Exception {
		assertTrue(ImageReader.read(write(Kind.CHANNEL, "channel.png")).width() > 100);
	}

	@Test
	void allValuesAreWrittenAsATensor() throws Exception {
		long values = (long) state.activation().channels() * state.activation().positions();
		assertTrue(Files.size(write(Kind.TENSOR, "tensor.npy")) > 4 * values);
	}

	@Test
	void theNumbersAreWrittenAsATable() throws Exception {
		assertEquals(1 + state.activation().channels(), Files.readAllLines(write(Kind.TABLE, "table.csv")).size());
	}

	@Test
	void whatLiesInTheWorkspaceIsSeenThereAtOnce() throws Exception {
		var project = new TestProject("sea");
		IFile file = project.project().getFile("table.csv");
		folder = file.getLocation().toPath().getParent();
		write(Kind.TABLE, "table.csv");
		assertTrue(file.exists());
	}

	@Test
	void aFileThatCannotBeWrittenIsToldInASentence() {
		export.write(shell, Kind.TABLE, state, folder.resolve("no such folder").resolve("table.csv"));
		Ui.until("an end", () -> !done.isEmpty() || !failed.isEmpty());
		assertEquals(List.of(), done);
		assertTrue(failed.get(0).contains("no such folder"), failed::toString);
	}

	@Test
	void theAddressIsCopied() {
		session.show(ShownPicture.of(Tidepool.picture("starfish-1.jpg")));
		session.open();
		Ui.until("an answer", () -> session.unit().isPresent());
		export.copyAddress(shell);
		var clipboard = new Clipboard(shell.getDisplay());
		try {
			assertEquals(session.unit().orElseThrow().toString(), clipboard.getContents(TextTransfer.getInstance()));
		} finally {
			clipboard.dispose();
		}
	}
}
