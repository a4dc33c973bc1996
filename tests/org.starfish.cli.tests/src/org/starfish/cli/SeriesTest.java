// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;

/** Several pictures from one command, with the network that comes with Starfish. */
class SeriesTest {
	private static final String[] SHORT = { "--steps", "3", "--set", "octaves=1" };

	@TempDir
	private Path folder;

	@Test
	void variantsHaveOneSeedAfterAnother() throws Exception {
		succeed("--unit", "starfish", "--variants", "3", "--seed", "4", "--out", at("a.png"));
		assertEquals(List.of("a-1.png", "a-1.recipe.json", "a-2.png", "a-2.recipe.json", "a-3.png", "a-3.recipe.json"), names());
		assertEquals(6, recipe("a-3.png").seed());
		assertTrue(recipe("a-3.png").variants().isEmpty());
		succeed("--unit", "starfish", "--seed", "6", "--out", at("b.png"));
		assertArrayEquals(bytes("a-3.png"), bytes("b.png"));
	}

	@Test
	void variantsThatDifferNameThoseBeforeThem() throws Exception {
		succeed("--unit", "starfish", "--variants", "3", "--diversity", "2", "--diversity-layer", "conv3", "--out", at("a.png"));
		Recipe third = recipe("a-3.png");
		assertEquals(2, third.parameters().number(Parameter.DIVERSITY));
		assertEquals("conv3", third.variants().orElseThrow().layer());
		assertEquals(List.of(reference("a-1.png"), reference("a-2.png")), third.variants().get().earlier());
		assertTrue(recipe("a-1.png").variants().isEmpty());
		succeed("--unit", "starfish", "--seed", "2", "--out", at("b.png"));
		assertFalse(Arrays.equals(bytes("a-3.png"), bytes("b.png")), "it differs from what the seed alone gives");
	}

	@Test
	void aVariantIsReplayedFromAnywhereAsLongAsTheOthersAreThere() throws Exception {
		succeed("--unit", "starfish", "--variants", "2", "--diversity", "1", "--out", at("a.png"));
		assertEquals(0, CommandRun.of("replay", at("a-2.png")).status());
		assertArrayEquals(bytes("a-2.png"), bytes("a-2.replay.png"));
		Files.createDirectory(folder.resolve("sub"));
		assertEquals(0, CommandRun.of("replay", at("a-2.png"), "--out", at("sub/b.png")).status());
		assertEquals("../a-1.png", recipe("sub/b.png").variants().orElseThrow().earlier().get(0).path());
		Files.copy(folder.resolve("a-2.png"), folder.resolve("a-1.png"), StandardCopyOption.REPLACE_EXISTING);
		refuse("a-1.png", "replay", at("a-2.png"), "--out", at("c.png"));
		Files.delete(folder.resolve("a-1.png"));
		refuse("a-1.png", "replay", at("a-2.png"), "--out", at("c.png"));
	}

	@Test
	void bothEndsAreDrawnAsAPair() throws Exception {
		String out = succeed("--unit", "conv5:17", "--both", "--json", "--out", at("a.png")).out();
		assertEquals(List.of("a-least.png", "a-least.recipe.json", "a-most.png", "a-most.recipe.json"), names());
		assertEquals("maximize", recipe("a-most.png").parameters().choice(Parameter.DIRECTION));
		assertEquals("minimize", recipe("a-least.png").parameters().choice(Parameter.DIRECTION));
		JsonArray reports = JsonParser.parseString(out).getAsJsonArray();
		assertEquals(2, reports.size());
		assertTrue(activation(reports, 0) > activation(reports, 1), out);
	}

	@Test
	void bothEndsHaveVariantsOfTheirOwn() throws Exception {
		succeed("--unit", "conv5:17", "--both", "--variants", "2", "--diversity", "1", "--out", at("a.png"));
		assertEquals(List.of(reference("a-least-1.png")), recipe("a-least-2.png").variants().orElseThrow().earlier());
		assertTrue(recipe("a-least-1.png").variants().isEmpty());
	}

	@Test
	void namesAreCheckedBeforeTheFirstPicture() throws Exception {
		Files.writeString(folder.resolve("a-2.png"), "mine");
		refuse("a-2.png", "synthesize", "tidepool", "--unit", "starfish", "--variants", "2", "--out", at("a.png"));
		refuse("conv9", "synthesize", "tidepool", "--unit", "starfish", "--variants", "2", "--diversity", "1",
				"--diversity-layer", "conv9", "--out", at("b.png"));
		assertEquals(List.of("a-2.png"), names());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--diversity 1", "--variants 1 --diversity 1", "--diversity-layer conv3", "--variants 0",
			"--variants 1001", "--both --minimize" })
	void whatMakesNoSenseIsWrongUsage(String options) {
		String[] words = ("synthesize tidepool --unit starfish " + options + " --out").split(" ");
		String[] all = Arrays.copyOf(words, words.length + 1);
		all[words.length] = at("a.png");
		assertEquals(2, CommandRun.of(all).status());
		assertEquals(List.of(), names());
	}

	private static double activation(JsonArray reports, int index) {
		return reports.get(index).getAsJsonObject().get("activation").getAsDouble();
	}

	private Recipe.FileReference reference(String name) throws Exception {
		return new Recipe.FileReference(name, new ModelFile(name, folder.resolve(name)).sha256());
	}

	private Recipe recipe(String name) throws Exception {
		return RecipeFile.read(folder.resolve(name));
	}

	private static CommandRun succeed(String... options) {
		CommandRun run = CommandRun.of(Stream.of(new String[] { "synthesize", "tidepool" }, SHORT, options)
				.flatMap(Arrays::stream).toArray(String[]::new));
		assertEquals(0, run.status(), run.err());
		return run;
	}

	private static void refuse(String reason, String... arguments) {
		CommandRun run = CommandRun.of(arguments);
		run.assertRefused(String.join(" ", arguments));
		assertTrue(run.err().contains(reason), run.err());
	}

	private String at(String name) {
		return folder.resolve(name).toString();
	}

	private byte[] bytes(String name) throws IOException {
		return Files.readAllBytes(folder.resolve(name));
	}

	private List<String> names() {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
