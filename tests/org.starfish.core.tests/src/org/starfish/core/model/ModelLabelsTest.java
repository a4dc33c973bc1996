// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.StarfishException;
import org.starfish.core.preprocessing.Sidecar;

class ModelLabelsTest {
	@TempDir
	private Path folder;

	@Test
	void labelsBesideAModelCountOnlyIfTheyAreAsManyAsItsOutputs() throws Exception {
		Path model = Files.createFile(folder.resolve("net.onnx"));
		assertEquals(Optional.empty(), ModelLabels.beside(model, 2));
		Files.writeString(folder.resolve("labels.txt"), "a\nb\nc\n");
		assertEquals(Optional.empty(), ModelLabels.beside(model, 2));
		Files.writeString(folder.resolve("classes.txt"), "d\ne\n");
		assertEquals("d", ModelLabels.beside(model, 2).orElseThrow().get(0));
		Files.writeString(folder.resolve("net.labels"), "f\ng\n");
		assertEquals("f", ModelLabels.beside(model, 2).orElseThrow().get(0));
		Files.write(folder.resolve("net.onnx.labels"), new byte[] { 0, 1, 2 });
		assertEquals("f", ModelLabels.beside(model, 2).orElseThrow().get(0));
	}

	@Test
	void theSidecarsLabelsComeFirstAndMustFit() throws Exception {
		Path model = Files.createFile(folder.resolve("net.onnx"));
		Files.writeString(folder.resolve("labels.txt"), "a\nb\n");
		Path mine = Files.writeString(folder.resolve("mine.lst"), "c\nd\n");
		new Sidecar(Optional.empty(), Optional.of(mine)).store(model);
		assertEquals("c", ModelLabels.beside(model, 2).orElseThrow().get(0));
		String message = assertThrows(StarfishException.class, () -> ModelLabels.beside(model, 3)).getMessage();
		assertTrue(message.contains("2 labels") && message.contains("3 outputs"), message);
		Files.delete(mine);
		assertThrows(StarfishException.class, () -> ModelLabels.beside(model, 2));
	}
}
