// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;

/** Mixtures on the command line, of the network and the drawings that come with Starfish. */
class MixtureCommandTest {
	@TempDir
	private Path folder;

	private Path corals;
	private Path others;

	@BeforeEach
	void sortTheDrawings() throws IOException {
		corals = folderOf("corals", "brain-coral-1.jpg", "brain-coral-2.jpg", "brain-coral-3.jpg");
		others = folderOf("others", "starfish-1.jpg", "pebbles-1.jpg", "jellyfish-1.jpg", "seaweed-1.jpg");
	}

	@Test
	void listsTheUnitsOfEachLayerFromTheStrongestOnAndDrawsThem() throws Exception {
		List<String> lines = succeed("mixture", "tidepool", corals.toString(), "--top", "3", "--layers", "conv4,conv6",
				"--set", "octaves=1", "--steps", "1", "--size", "32", "--out", at("a.png")).out().lines().toList();
		assertEquals(1 + 2 * 3 + 1, lines.size(), lines.toString());
		assertTrue(lines.get(0).matches("unit +sum +mean"), lines.get(0));
		for (int i = 0; i < 6; i++) {
			assertTrue(lines.get(1 + i).startsWith(i < 3 ? "conv4:" : "conv6:"), lines.toString());
		}
		assertTrue(lines.get(7).matches(".*a\\.png: 6 units after 1 steps? in \\d+ s"), lines.get(7));
		var target = assertInstanceOf(Target.OfUnits.class, RecipeFile.read(folder.resolve("a.png")).target());
		assertEquals(lines.subList(1, 7).stream().map(line -> line.split(" ")[0]).toList(),
				target.units().stream().map(unit -> unit.address().toString()).toList());
	}

	@Test
	void aBackgroundChangesTheRankingUnlessSumsAreAskedFor() {
		JsonObject sums = facts("--out", at("a.png"));
		JsonObject z = facts("--background", others.toString(), "--out", at("b.png"));
		JsonObject still = facts("--background", others.toString(), "--rank", "sum", "--out", at("c.png"));
		assertEquals("sum", sums.get("ranking").getAsString());
		assertEquals("z", z.get("ranking").getAsString());
		assertEquals("sum", still.get("ranking").getAsString());
		assertEquals(3, z.get("images").getAsInt());
		assertNotEquals(names(sums), names(z));
		assertEquals(names(sums), names(still));
		double last = Double.POSITIVE_INFINITY;
		for (JsonElement unit : z.getAsJsonArray("units")) {
			double score = unit.getAsJsonObject().get("score").getAsDouble();
			assertTrue(score <= last && unit.getAsJsonObject().has("mean"), z.toString());
			last = score;
		}
	}

	@Test
	void aFolderStandsForThePicturesInIt() throws Exception {
		JsonObject folderFacts = facts("--out", at("a.png"));
		List<String> arguments = new ArrayList<>(List.of("mixture", "tidepool"));
		try (Stream<Path> files = Files.list(corals)) {
			files.sorted().map(Path::toString).forEach(arguments::add);
		}
		arguments.addAll(List.of("--layers", "conv5", "--top", "4", "--steps", "1", "--size", "32", "--json", "--out", at("b.png")));
		JsonObject fileFacts = json(succeed(arguments.toArray(String[]::new)).out());
		assertEquals(folderFacts.get("units"), fileFacts.get("units"));
		assertArrayEquals(Files.readAllBytes(folder.resolve("a.png")), Files.readAllBytes(folder.resolve("b.png")));
	}

	@Test
	void replayNeedsNoneOfThePictures() throws Exception {
		facts("--preset", "paper-2017-mixture", "--set", "octaves=1", "--out", at("a.png"));
		Recipe recipe = RecipeFile.read(folder.resolve("a.png"));
		assertEquals("paper-2017-mixture", recipe.preset());
		for (Path file : List.of(corals, others)) {
			Files.move(file, file.resolveSibling(file.getFileName() + "-away"));
		}
		JsonObject facts = json(succeed("replay", at("a.png"), "--json").out());
		assertArrayEquals(Files.readAllBytes(folder.resolve("a.png")), Files.readAllBytes(folder.resolve("a.replay.png")));
		JsonArray units = facts.getAsJsonArray("units");
		assertEquals(4, units.size());
		assertTrue(units.get(0).getAsJsonObject().get("weight").getAsDouble() != 0, units.toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "--rank z", "--top 0", "--top many", "--rank best" })
	void wrongUsageIsTwo(String wrong) {
		List<String> arguments = new ArrayList<>(List.of("mixture", "tidepool", corals.toString(), "--out", at("a.png")));
		arguments.addAll(List.of(wrong.split(" ")));
		CommandRun run = CommandRun.of(arguments.toArray(String[]::new));
		assertEquals(2, run.status(), run.err());
		assertTrue(Files.notExists(folder.resolve("a.png")));
	}

	@Test
	void whatIsNotThereIsNamed() throws Exception {
		Path empty = Files.createDirectory(folder.resolve("empty"));
		assertRefused(empty.toString(), "mixture", "tidepool", empty.toString(), "--out", at("a.png"));
		assertRefused("absent.jpg", "mixture", "tidepool", at("absent.jpg"), "--out", at("a.png"));
		assertRefused("conv4", "mixture", "tidepool", corals.toString(), "--layers", "cnv4", "--out", at("a.png"));
		assertTrue(Files.notExists(folder.resolve("a.png")));
	}

	/** What is printed for the corals and the four strongest units of one layer. */
	private JsonObject facts(String... more) {
		List<String> arguments = new ArrayList<>(List.of("mixture", "tidepool", corals.toString(), "--layers", "conv5", "--top",
				"4", "--steps", "1", "--size", "32", "--json"));
		arguments.addAll(List.of(more));
		return json(succeed(arguments.toArray(String[]::new)).out());
	}

	private static JsonObject json(String text) {
		return JsonParser.parseString(text).getAsJsonObject();
	}

	private static List<String> names(JsonObject facts) {
		return facts.getAsJsonArray("units").asList().stream().map(unit -> unit.getAsJsonObject().get("unit").getAsString())
				.toList();
	}

	private static CommandRun succeed(String... arguments) {
		CommandRun run = CommandRun.of(arguments);
		assertEquals(0, run.status(), () -> String.join(" ", arguments) + ": " + run.err());
		return run;
	}

	private static void assertRefused(String named, String... arguments) {
		CommandRun run = CommandRun.of(arguments);
		run.assertRefused(String.join(" ", arguments));
		assertTrue(run.err().contains(named), run.err());
	}

	private Path folderOf(String name, String... drawings) throws IOException {
		Path images = Path.of(System.getProperty(ModelFile.EXAMPLES)).resolve("tidepool/images");
		Path made = Files.createDirectory(folder.resolve(name));
		for (String drawing : drawings) {
			Files.copy(images.resolve(drawing), made.resolve(drawing));
		}
		return made;
	}

	private String at(String name) {
		return folder.resolve(name).toString();
	}
}
