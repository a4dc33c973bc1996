// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.PngText;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;

/** A picture and its recipe stay together. */
class RecipeFileTest {
	private static final RgbImage IMAGE = new RgbImage(2, 1, new byte[] { 1, 2, 3, (byte) 200, 100, 0 });

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "x.png, x.recipe.json", "x.PNG, x.recipe.json", "a.b.png, a.b.recipe.json", "x, x.recipe.json",
			"x.png.png, x.png.recipe.json", "png, png.recipe.json" })
	void theRecipeIsNamedAfterThePicture(String picture, String recipe) {
		assertEquals(folder.resolve(recipe), RecipeFile.beside(folder.resolve(picture)));
	}

	@Test
	void bothFilesHoldTheSameRecipe() throws Exception {
		Path picture = folder.resolve("x.png");
		Recipe recipe = recipe(3);
		RecipeFile.at(picture, false).write(IMAGE, recipe);
		assertArrayEquals(IMAGE.rgb(), ImageReader.read(picture).rgb());
		String json = RecipeJson.write(recipe);
		assertEquals(json, Files.readString(folder.resolve("x.recipe.json")));
		assertEquals(json, PngText.read(picture, RecipeJson.KEYWORD).orElseThrow());
		assertEquals(json, RecipeJson.write(RecipeFile.read(picture)));
		assertEquals(json, RecipeJson.write(RecipeFile.read(folder.resolve("x.recipe.json"))));
		assertEquals(List.of("x.png", "x.recipe.json"), names());
	}

	@Test
	void aPictureIsKnownByItsContent() throws Exception {
		RecipeFile.at(folder.resolve("x.png"), false).write(IMAGE, recipe(3));
		Path renamed = Files.move(folder.resolve("x.png"), folder.resolve("x.json"));
		assertEquals(3, RecipeFile.read(renamed).seed());
	}

	@ParameterizedTest
	@CsvSource({ "x.png", "x.recipe.json" })
	void neitherFileIsReplacedUnlessForced(String present) throws Exception {
		Files.writeString(folder.resolve(present), "mine");
		String message = assertThrows(StarfishException.class, () -> RecipeFile.at(folder.resolve("x.png"), false))
				.getMessage();
		assertTrue(message.contains(present) && message.contains("--force"), message);
		RecipeFile.at(folder.resolve("x.png"), true).write(IMAGE, recipe(3));
		assertEquals(3, RecipeFile.read(folder.resolve(present)).seed());
		assertEquals(List.of("x.png", "x.recipe.json"), names());
	}

	@ParameterizedTest
	@CsvSource({ "x.jpg", "x.JPEG", "x.png.webp" })
	void anotherFormatIsNotPromised(String name) {
		String message = assertThrows(StarfishException.class, () -> RecipeFile.at(folder.resolve(name), true)).getMessage();
		assertTrue(message.contains(name) && message.contains(".png"), message);
	}

	@Test
	void aFileThatComesUpMeanwhileIsKeptAndNothingElseWritten() throws Exception {
		RecipeFile files = RecipeFile.at(folder.resolve("x.png"), false);
		Files.writeString(folder.resolve("x.recipe.json"), "mine");
		assertThrows(StarfishException.class, () -> files.write(IMAGE, recipe(3)));
		assertEquals("mine", Files.readString(folder.resolve("x.recipe.json")));
		assertEquals(List.of("x.recipe.json"), names());
	}

	@Test
	void aPictureWithoutRecipeIsNamed() throws Exception {
		Path photo = folder.resolve("photo.png");
		Files.write(photo, PngWriter.encode(IMAGE));
		String message = assertThrows(StarfishException.class, () -> RecipeFile.read(photo)).getMessage();
		assertTrue(message.startsWith(photo + " carries no recipe"), message);
		Path absent = folder.resolve("absent.png");
		assertTrue(assertThrows(StarfishException.class, () -> RecipeFile.read(absent)).getMessage().contains(absent.toString()));
		assertThrows(StarfishException.class, () -> RecipeFile.read(folder));
	}

	@ParameterizedTest
	@CsvSource({ "m.onnx, x.png, m.onnx", "models/m.onnx, x.png, models/m.onnx", "models/m.onnx, out/x.png, ../models/m.onnx",
			"a/../m.onnx, out/deep/x.png, ../../m.onnx" })
	void filesAreNamedFromThePicturesFolder(String file, String picture, String expected) throws StarfishException {
		Path named = folder.resolve(file);
		Path drawn = folder.resolve(picture);
		assertEquals(expected, RecipeFile.relative(named, drawn));
		assertEquals(named.normalize(), RecipeFile.resolve(expected, drawn));
		assertEquals(named.normalize(), RecipeFile.resolve(expected, RecipeFile.beside(drawn)));
	}

	@Test
	void absolutePathsStay() throws StarfishException {
		Path file = folder.resolve("m.onnx").toAbsolutePath();
		assertEquals(file, RecipeFile.resolve(file.toString(), folder.resolve("elsewhere/x.png")));
		assertFalse(Path.of(RecipeFile.relative(file, folder.resolve("x.png"))).isAbsolute());
	}

	private static Recipe recipe(long seed) throws StarfishException {
		return RecipeJson.read("""
				{"schemaVersion": 1, "program": "starfish 1", "model": {"path": "m.onnx", "sha256": "%s"},
				 "preprocessing": "caffe-bgr", "unit": "prob:327", "preset": "lucid", "parameters": {"steps": 7},
				 "seed": %d, "engine": {"variant": "onednn-avx2", "threads": 2}}
				""".formatted("0123456789abcdef".repeat(4), seed), "x");
	}

	private List<String> names() throws Exception {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
