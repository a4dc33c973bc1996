// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.StarfishException;

class ImageFolderTest {
	@TempDir
	Path folder;

	private Path file(String name) throws IOException {
		return Files.createFile(folder.resolve(name));
	}

	@Test
	void aFolderStandsForThePicturesDirectlyInItByName() throws Exception {
		Path second = file("b.JPEG");
		Path first = file("a.png");
		file("notes.txt");
		file("png");
		Files.createDirectory(folder.resolve("folder.png"));
		file("folder.png/inner.png");
		assertEquals(List.of(first, second), ImageFolder.expand(List.of(folder)));
	}

	/** Some systems keep what they know of {@code a.png} in {@code ._a.png}. */
	@Test
	void hiddenFilesAreNoPictures() throws Exception {
		file("._a.png");
		Path picture = file("a.png");
		assertEquals(List.of(picture), ImageFolder.expand(List.of(folder)));
	}

	@Test
	void filesStayAsTheyAreNamedAndInOrder() throws Exception {
		Path inside = file("a.png");
		Path missing = Path.of("missing.dat");
		assertEquals(List.of(missing, inside, inside), ImageFolder.expand(List.of(missing, folder, inside)));
	}

	@Test
	void aFolderWithoutPicturesIsRefused() throws Exception {
		file("notes.txt");
		assertEquals("There are no pictures in the folder %s.".formatted(folder),
				assertThrows(StarfishException.class, () -> ImageFolder.expand(List.of(folder))).getMessage());
	}

	@Test
	void thePicturesAroundOneAreThoseOfItsFolder() throws Exception {
		Path second = file("b.jpg");
		Path first = file("a.png");
		Path odd = file("c.dat");
		file(".hidden.png");
		assertEquals(List.of(first, second), ImageFolder.around(second));
		assertEquals(List.of(first, second, odd), ImageFolder.around(odd), "whatever it is called, it is among them");
		assertThrows(StarfishException.class, () -> ImageFolder.around(folder.resolve("missing").resolve("a.png")));
	}
}
