// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.Fit;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.PngText;
import org.starfish.core.image.Resampler;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.model.NetworkInput;
import org.starfish.core.network.Layer;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeJson;
import org.starfish.core.synthesis.recipe.Target;

/** What a user sees of synthesis on the command line, with the network that comes with Starfish. */
class SynthesisCommandsTest {
	@TempDir
	private Path folder;

	@Test
	void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "3", "--seed", "7", "--out", at("a.png"));
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "3", "--seed", "7", "--out", at("b.png"));
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "3", "--seed", "8", "--out", at("c.png"));
		assertArrayEquals(bytes("a.png"), bytes("b.png"));
		assertFalse(Arrays.equals(bytes("a.png"), bytes("c.png")));
	}

	@Test
	void theRecipeLiesBesideThePictureAndInsideIt() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "prob:urchin", "--preset", "paper-2017", "--set", "octaves=2", "--set",
				"decay=0.02", "--steps", "2", "--seed", "5", "--objective", "logit", "--size", "48", "--out", at("a.png"));
		String beside = Files.readString(folder.resolve("a.recipe.json"));
		assertEquals(beside, PngText.read(folder.resolve("a.png"), RecipeJson.KEYWORD).orElseThrow());
		JsonObject recipe = JsonParser.parseString(beside).getAsJsonObject();
		assertEquals("tidepool", recipe.getAsJsonObject("model").get("path").getAsString());
		assertEquals(ModelFile.of("tidepool").sha256(), recipe.getAsJsonObject("model").get("sha256").getAsString());
		assertEquals("paper-2017", recipe.get("preset").getAsString());
		assertEquals(5, recipe.get("seed").getAsInt());
		JsonObject parameters = recipe.getAsJsonObject("parameters");
		assertEquals(2, parameters.get("octaves").getAsInt());
		assertEquals(0.02, parameters.get("decay").getAsDouble());
		assertEquals("logit", parameters.get("objective").getAsString());
		assertEquals(48, ImageReader.read(folder.resolve("a.png")).height());
		assertFalse(recipe.has("stoppedAfter"));
	}

	@Test
	void unitsAreMinimizedAndInterpolated() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--minimize", "--steps", "2", "--out", at("a.png"));
		assertEquals("minimize", RecipeFile.read(folder.resolve("a.png")).parameters().choice(Parameter.DIRECTION));
		succeed("synthesize", "tidepool", "--unit", "starfish", "--interpolate", "prob:urchin", "--share", "0.25", "--steps",
				"2", "--out", at("b.png"));
		Target.OfUnits between = (Target.OfUnits) RecipeFile.read(folder.resolve("b.png")).target();
		assertEquals(List.of(0.75, 0.25), between.units().stream().map(Target.Weighted::weight).toList());
		succeed("replay", at("b.png"));
		assertArrayEquals(bytes("b.png"), bytes("b.replay.png"));
		CommandRun wrong = CommandRun.of("synthesize", "tidepool", "--unit", "starfish", "--share", "0.25", "--out",
				at("c.png"));
		assertEquals(2, wrong.status());
		assertTrue(wrong.err().contains("--interpolate"), wrong.err());
	}

	@Test
	void replayGivesTheSameBytes() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "jellyfish", "--steps", "3", "--out", at("a.png"));
		succeed("replay", at("a.png"));
		assertArrayEquals(bytes("a.png"), bytes("a.replay.png"));
		succeed("replay", at("a.recipe.json"), "--out", at("b.png"));
		assertArrayEquals(bytes("a.png"), bytes("b.png"));
		for (String recipe : List.of("a.png", "a.recipe.json")) {
			succeed("synthesize", "--recipe", at(recipe), "--force", "--out", at("c.png"));
			assertArrayEquals(bytes("a.png"), bytes("c.png"));
		}
		succeed("synthesize", "tidepool", "--recipe", at("a.png"), "--force", "--out", at("c.png"));
		assertArrayEquals(bytes("a.png"), bytes("c.png"));
	}

	@Test
	void replayFindsModelAndImageFromTheRecipesFolder() throws Exception {
		Path model = copyOfTidepool("model");
		Path image = folder.resolve("photo.jpg");
		Files.copy(examples().resolve("images/bubbles-1.jpg"), image);
		Files.createDirectory(folder.resolve("pictures"));
		succeed("dream", model.toString(), image.toString(), "--layer", "prob", "--steps", "1", "--size", "32", "--out",
				at("pictures/a.png"));
		Recipe recipe = RecipeFile.read(folder.resolve("pictures/a.png"));
		assertEquals("../model/net.zip", recipe.model().path());
		assertEquals("../photo.jpg", recipe.start().orElseThrow().path());
		assertEquals(new ModelFile("photo", image).sha256(), recipe.start().orElseThrow().sha256());
		succeed("replay", at("pictures/a.png"));
		assertArrayEquals(bytes("pictures/a.png"), bytes("pictures/a.replay.png"));
	}

	@Test
	void replayNeedsTheVeryModelAndImage() throws Exception {
		Path model = copyOfTidepool("model");
		Path image = folder.resolve("photo.jpg");
		Files.copy(examples().resolve("images/bubbles-1.jpg"), image);
		succeed("synthesize", model.toString(), "--unit", "starfish", "--from", image.toString(), "--steps", "1", "--out",
				at("a.png"));

		Files.copy(examples().resolve("images/bubbles-2.jpg"), folder.resolve("other.jpg"));
		Files.move(image, folder.resolve("kept.jpg"));
		Files.move(folder.resolve("other.jpg"), image);
		assertTrue(refuse("replay", at("a.png")).contains(image.toString()));
		Files.delete(image);
		assertTrue(refuse("replay", at("a.png")).contains("photo.jpg"));
		Files.move(folder.resolve("kept.jpg"), image);

		Path moved = folder.resolve("moved.zip");
		Files.move(model, moved);
		assertTrue(refuse("replay", at("a.png")).contains("--model"));
		succeed("replay", at("a.png"), "--model", moved.toString());
		Files.write(moved, new byte[] { 0 }, StandardOpenOption.APPEND);
		assertTrue(refuse("replay", at("a.png"), "--model", moved.toString(), "--force").contains("SHA-256"));
	}

	@Test
	void replaySaysWhatDiffersFromThen() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "1", "--out", at("a.png"));
		assertEquals("", succeed("replay", at("a.png"), "--out", at("b.png")).err());
		String recipe = Files.readString(folder.resolve("a.recipe.json"));
		Files.writeString(folder.resolve("c.recipe.json"), recipe.replaceFirst("\"threads\": \\d+", "\"threads\": 77")
				.replaceFirst("\"variant\": \"[^\"]*\"", "\"variant\": \"abacus\"")
				.replaceFirst("\"program\": \"[^\"]*\"", "\"program\": \"starfish 0.0.9\""));
		String said = succeed("replay", at("c.recipe.json"), "--out", at("d.png")).err();
		Files.writeString(folder.resolve("e.recipe.json"),
				recipe.replaceFirst("\"kernels\": \"[^\"]*\"", "\"kernels\": \"abcdef\""));
		String kernels = succeed("replay", at("e.recipe.json"), "--out", at("f.png")).err();
		assertTrue(kernels.contains("other kernels"), kernels);
		assertTrue(said.contains("77") && said.contains("abacus") && said.contains("starfish 0.0.9"), said);
	}

	@Test
	void cancellingKeepsThePictureAndItReplays() throws Exception {
		var asked = new AtomicInteger();
		var out = new StringWriter();
		var err = new StringWriter();
		int status = StarfishCommand.run(ModelImporters.builtIn(),
				() -> asked.incrementAndGet() > 60, new PrintWriter(out, true),
				new PrintWriter(err, true), "synthesize", "tidepool", "--unit", "starfish", "--steps", "100000", "--out",
				at("a.png"));
		assertEquals(130, status, err.toString());
		int steps = RecipeFile.read(folder.resolve("a.png")).stoppedAfter().orElseThrow();
		assertTrue(steps > 0 && steps < 1000, "" + steps);
		assertTrue(err.toString().contains("a.png"), err.toString());
		succeed("replay", at("a.png"), "--out", at("b.png"));
		assertArrayEquals(bytes("a.png"), bytes("b.png"));
		assertEquals(OptionalInt.of(steps), RecipeFile.read(folder.resolve("b.png")).stoppedAfter());
	}

	@Test
	void cancellingBeforeTheFirstStepWritesNothing() throws Exception {
		var err = new StringWriter();
		int status = StarfishCommand.run(ModelImporters.builtIn(), () -> true, new PrintWriter(new StringWriter()),
				new PrintWriter(err, true), "synthesize", "tidepool", "--unit", "starfish", "--out", at("a.png"));
		assertEquals(130, status);
		assertEquals("starfish: cancelled." + System.lineSeparator(), err.toString());
		assertEquals(List.of(), names());
	}

	@Test
	void dreamsReplay() throws Exception {
		succeed("dream", "tidepool", image(), "--layer", "conv5", "--steps", "2", "--set", "octaves=2", "--out", at("a.png"));
		assertEquals("deepdream", RecipeFile.read(folder.resolve("a.png")).preset());
		JsonObject facts = JsonParser.parseString(succeed("replay", at("a.png"), "--json").out()).getAsJsonObject();
		assertEquals("conv5", facts.get("layer").getAsString());
		assertEquals(4, facts.get("steps").getAsInt());
		assertArrayEquals(bytes("a.png"), bytes("a.replay.png"));
	}

	@Test
	void nothingIsOverwrittenUnlessForced() throws Exception {
		Files.writeString(folder.resolve("a.png"), "mine");
		assertTrue(refuse("synthesize", "tidepool", "--unit", "starfish", "--out", at("a.png")).contains("--force"));
		Files.writeString(folder.resolve("b.recipe.json"), "mine");
		assertTrue(refuse("synthesize", "tidepool", "--unit", "starfish", "--out", at("b.png")).contains("b.recipe.json"));
		assertTrue(refuse("dream", "tidepool", image(), "--layer", "prob", "--out", at("b.png")).contains("b.recipe.json"));
		assertEquals("mine", Files.readString(folder.resolve("a.png")));
		assertEquals("mine", Files.readString(folder.resolve("b.recipe.json")));
		assertEquals(List.of("a.png", "b.recipe.json"), names());
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "1", "--force", "--out", at("b.png"));
		assertNotEquals("mine", Files.readString(folder.resolve("b.recipe.json")));
		assertTrue(refuse("replay", at("b.png"), "--out", at("b.png")).contains("--force"));
	}

	@Test
	void theLineTellsWhatTheNetworkMakesOfTheWrittenPicture() throws Exception {
		String line = succeed("synthesize", "tidepool", "--unit", "prob:starfish", "--set", "octaves=1", "--steps", "4",
				"--out", at("a.png")).out()
				.strip();
		Model model = tidepool();
		double expected = answer(model, model.output(), folder.resolve("a.png"))[0];
		String beginning = String.format(Locale.ROOT, "%s: prob:starfish p %.3f (rank ", at("a.png"), expected);
		assertTrue(line.startsWith(beginning), line);
		assertTrue(line.matches(".* of 10\\) after 4 steps in \\d+ s"), line);
		JsonObject facts = JsonParser.parseString(
				succeed("synthesize", "tidepool", "--unit", "starfish", "--set", "octaves=1", "--steps", "4",
				"--json", "--out", at("b.png")).out())
				.getAsJsonObject();
		assertEquals(expected, facts.get("probability").getAsDouble(), 1e-6);
		assertEquals("prob:0", facts.get("unit").getAsString());
		assertEquals(4, facts.get("steps").getAsInt());
		assertEquals(at("b.recipe.json"), facts.get("recipe").getAsString());
	}

	@Test
	void aStartImageIsWhereThePictureComesFrom() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--preset", "paper-2017", "--set", "octaves=1", "--set",
				"rate=0", "--set", "decay=0", "--set", "normClip=0", "--steps", "1", "--from", image(), "--out", at("a.png"));
		byte[] drawn = ImageReader.read(folder.resolve("a.png")).rgb();
		byte[] photo = Resampler.resize(ImageReader.read(Path.of(image())), 96, 96, Fit.CROP).rgb();
		assertEquals(photo.length, drawn.length);
		for (int i = 0; i < drawn.length; i++) {
			assertEquals(Byte.toUnsignedInt(photo[i]), Byte.toUnsignedInt(drawn[i]), 1, "at " + i);
		}
	}

	@Test
	void aUnitsPositionIsWhereItIsMeasured() throws Exception {
		JsonObject facts = JsonParser.parseString(succeed("synthesize", "tidepool", "--unit", "conv3:4@2,3", "--steps", "2",
				"--json", "--out", at("a.png")).out()).getAsJsonObject();
		Model model = tidepool();
		Layer layer = model.network().layer("conv3");
		float[] answer = answer(model, layer, folder.resolve("a.png"));
		float expected = answer[(3 * layer.shape().width() + 2) * layer.shape().channels() + 4];
		assertEquals(expected, facts.get("activation").getAsDouble(), 1e-5);
	}

	@Test
	void dreamingTellsTheLayersStrength() throws Exception {
		JsonObject facts = JsonParser.parseString(succeed("dream", "tidepool", image(), "--layer", "conv3", "--steps", "2",
				"--json", "--out", at("a.png")).out()).getAsJsonObject();
		var photo = ImageReader.read(Path.of(image()));
		var drawn = ImageReader.read(folder.resolve("a.png"));
		assertEquals(List.of(photo.width(), photo.height()), List.of(drawn.width(), drawn.height()));
		Model model = tidepool();
		Layer layer = model.network().layer("conv3");
		double strength = strength(answer(model, layer, folder.resolve("a.png")));
		assertEquals(strength, facts.get("activation").getAsDouble(), 1e-4 * strength);
		assertTrue(strength > strength(answer(model, layer, Path.of(image()))));
	}

	private static double strength(float[] answer) {
		double squares = 0;
		for (float value : answer) {
			squares += (double) value * value;
		}
		return Math.sqrt(squares / answer.length);
	}

	@Test
	void nothingContradictsARecipe() {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--steps", "1", "--out", at("a.png"));
		for (String option : List.of("--seed=1", "--preset=lucid", "--steps=2", "--set=decay=0", "--from=x.png",
				"--preprocessing=raw")) {
			CommandRun run = CommandRun.of("synthesize", "--recipe", at("a.png"), option, "--out", at("b.png"));
			assertEquals(2, run.status(), option);
			assertTrue(run.err().contains(option.substring(0, option.indexOf('='))), run.err());
		}
		assertEquals(List.of("a.png", "a.recipe.json"), names());
	}

	@Test
	void wrongUsageIsToldFromFailure() {
		assertEquals(2, CommandRun.of("synthesize", "tidepool", "--out", at("a.png")).status());
		assertEquals(2, CommandRun.of("synthesize", "--unit", "starfish", "--out", at("a.png")).status());
		assertEquals(2, CommandRun.of("synthesize", "tidepool", "--unit", "starfish").status());
		assertEquals(2, CommandRun.of("dream", "tidepool", image(), "--out", at("a.png")).status());
		assertTrue(refuse("synthesize", "tidepool", "--unit", "starfsh", "--out", at("a.png")).contains("starfish"));
		assertTrue(refuse("dream", "tidepool", image(), "--layer", "porb", "--out", at("a.png")).contains("prob"));
		assertTrue(refuse("synthesize", "tidepool", "--unit", "starfish", "--preset", "lucit", "--out", at("a.png"))
				.contains("lucid"));
		assertTrue(refuse("synthesize", "tidepool", "--unit", "starfish", "--set", "stps=3", "--out", at("a.png"))
				.contains("steps"));
		assertTrue(refuse("replay", image()).contains("bubbles"));
		assertTrue(refuse("replay", at("absent.png")).contains("absent.png"));
		assertEquals(List.of(), names());
	}

	@Test
	void aHostileRecipeIsRefused() throws Exception {
		succeed("synthesize", "tidepool", "--unit", "starfish", "--from", image(), "--steps", "1", "--out", at("a.png"));
		String recipe = Files.readString(folder.resolve("a.recipe.json"));
		String path = "\"path\": \"tidepool\"";
		String seed = "\"seed\": 0";
		assertTrue(recipe.contains(path) && recipe.contains(seed), recipe);
		for (String hostile : List.of(recipe.replace(path, "\"path\": \"a\\u0000b\""),
				recipe.replace(path, "\"path\": \"/dev/zero\""),
				recipe.replace(path, "\"path\": \"\""), recipe.replace(path, "\"path\": \"..\""),
				recipe.replace(path, "\"path\": 7"),
				recipe.replaceFirst("\"path\": \"[^\"]*bubbles[^\"]*\"", "\"path\": \"/dev/zero\""),
				recipe.replaceFirst("\"path\": \"[^\"]*bubbles[^\"]*\"", "\"path\": \"a\\u0000b\""),
				recipe.replace(seed, "\"seed\": 1e999"), recipe.replace(seed, "\"seed\": 0, \"stoppedAfter\": -1"),
				recipe.replace("\"prob:0\"", "\"prob:10\""), recipe.substring(0, recipe.length() / 2),
				"[".repeat(100_000), "")) {
			Files.writeString(folder.resolve("hostile.json"), hostile);
			refuse("replay", at("hostile.json"), "--out", at("b.png"));
			refuse("synthesize", "--recipe", at("hostile.json"), "--out", at("b.png"));
		}
		Files.write(folder.resolve("hostile.png"), Arrays.copyOf(bytes("a.png"), 700));
		refuse("replay", at("hostile.png"), "--out", at("b.png"));
		assertEquals(List.of("a.png", "a.recipe.json", "hostile.json", "hostile.png"), names());
	}

	@Test
	void presetsAreListedWithTheirSources() {
		String table = succeed("presets").out();
		Presets.ALL.forEach(preset -> assertTrue(table.contains(preset.name()) && table.contains(preset.source()), table));
		String one = succeed("presets", "paper-2017").out();
		assertTrue(one.contains("decay = 0.01"), one);
		assertEquals(List.of(), one.lines().filter(line -> line.length() > 80).toList());
		assertEquals(1, JsonParser.parseString(succeed("presets", "lucid", "--json").out()).getAsJsonArray().size());
		assertTrue(refuse("presets", "lucit").contains("lucid"));
		var json = JsonParser.parseString(succeed("presets", "--json").out()).getAsJsonArray();
		assertEquals(Presets.ALL.size(), json.size());
		JsonObject parameter = json.get(0).getAsJsonObject().getAsJsonArray("parameters").get(0).getAsJsonObject();
		assertEquals("steps", parameter.get("name").getAsString());
		assertTrue(parameter.has("help") && parameter.has("range") && parameter.has("unit"), parameter.toString());
	}

	@Test
	void gradientsArePrintedAsJson() {
		var json = JsonParser.parseString(succeed("gradient", "tidepool", image(), "--unit", "bubbles", "--json").out())
				.getAsJsonArray();
		assertEquals(1, json.size());
		assertEquals("prob:9", json.get(0).getAsJsonObject().get("unit").getAsString());
		assertTrue(json.get(0).getAsJsonObject().get("gradientNorm").getAsDouble() > 0);
	}

	@Test
	void helpFitsEightyColumns() {
		for (String command : List.of("synthesize", "dream", "mixture", "replay", "presets", "info", "classify", "activations",
				"gradient")) {
			List<String> wide = new ArrayList<>(succeed(command, "--help").out().lines().filter(line -> line.length() > 80)
					.toList());
			assertEquals(List.of(), wide);
		}
	}

	private static Model tidepool() throws StarfishException {
		return Model.read(ModelFile.of("tidepool"), ModelImporters.builtIn(), Optional.empty(), Optional.empty(),
				(task, fraction) -> {
				});
	}

	private static float[] answer(Model model, Layer layer, Path picture) throws StarfishException {
		try (var plan = Engine.compile(model.network(),
				new PlanRequest(Set.of(layer), model.network().inputShape(), 1, false))) {
			plan.forward(NetworkInput.read(picture, model).get(0));
			return plan.activation(layer);
		}
	}

	private Path copyOfTidepool(String name) throws IOException {
		Path copy = Files.createDirectory(folder.resolve(name)).resolve("net.zip");
		Files.copy(examples().resolve("tidepool.zip"), copy);
		Files.copy(examples().resolve("labels.txt"), copy.resolveSibling("labels.txt"));
		Files.copy(examples().resolve("tidepool.zip.starfish"), copy.resolveSibling("net.zip.starfish"));
		return copy;
	}

	private static Path examples() {
		return Path.of(System.getProperty(ModelFile.EXAMPLES)).resolve("tidepool");
	}

	private static String image() {
		return examples().resolve("images/bubbles-1.jpg").toString();
	}

	private static CommandRun succeed(String... arguments) {
		CommandRun run = CommandRun.of(arguments);
		assertEquals(0, run.status(), () -> String.join(" ", arguments) + ": " + run.err());
		return run;
	}

	private static String refuse(String... arguments) {
		CommandRun run = CommandRun.of(arguments);
		run.assertRefused(String.join(" ", arguments));
		return run.err();
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
