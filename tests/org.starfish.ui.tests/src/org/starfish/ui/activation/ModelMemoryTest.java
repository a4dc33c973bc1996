// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.DialogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelMemoryTest {
	private final DialogSettings settings = new DialogSettings("test");
	private final ModelMemory memory = new ModelMemory(settings);

	@Test
	void eachModelHasItsOwnLayerAndPicture() {
		memory.rememberLayer(Path.of("/a.onnx"), "conv1");
		memory.rememberLayer(Path.of("/b.onnx"), "conv2");
		memory.rememberPicture(Path.of("/a.onnx"), Path.of("/cat.png"));
		var later = new ModelMemory(settings);
		assertEquals(Optional.of("conv1"), later.layer(Path.of("/a.onnx")));
		assertEquals(Optional.of("conv2"), later.layer(Path.of("/b.onnx")));
		assertEquals(Optional.of(Path.of("/cat.png")), later.picture(Path.of("/a.onnx")));
		assertEquals(Optional.empty(), later.picture(Path.of("/b.onnx")));
		assertEquals(Optional.empty(), later.layer(Path.of("/c.onnx")));
	}

	@Test
	void aFolderThatIsGoneIsForgotten(@TempDir Path folder) {
		memory.rememberExportFolder(folder);
		assertEquals(Optional.of(folder), memory.exportFolder());
		memory.rememberExportFolder(folder.resolve("gone"));
		assertEquals(Optional.empty(), memory.exportFolder());
	}

	@Test
	void theSashStaysWhereItWas() {
		assertArrayEquals(new int[] { 72, 28 }, memory.sash());
		memory.rememberSash(new int[] { 600, 400 });
		assertArrayEquals(new int[] { 600, 400 }, new ModelMemory(settings).sash());
	}
}
