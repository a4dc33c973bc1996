// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.testkit.PlainJava;
import org.starfish.testkit.TestData;

/** Files that are damaged, or made to do harm. Each opens, or ends in one sentence; none hangs, crashes or runs code. */
class BadInputTest {
	private static final int FEW = 4;
	private static final int MANY = 48;
	private static final long SMALL = 5_000_000;

	@TempDir
	Path folder;

	static List<Mutation> few() throws IOException {
		return TestData.has("models") ? Mutation.all(TestData.folder().resolve("models"), FEW) : List.of();
	}

	static List<Mutation> many() throws IOException {
		return TestData.has("models") ? Mutation.all(TestData.folder().resolve("models"), MANY) : List.of();
	}

	@Test
	void someDamagedModelsEndInOneSentenceOrOpen() throws IOException {
		TestData.require("models");
		for (Mutation mutation : few()) {
			check(mutation, mutation.number() == 2);
		}
	}

	@Tag("slow")
	@ParameterizedTest
	@MethodSource("many")
	void damagedModelsEndInOneSentenceOrOpen(Mutation mutation) throws IOException {
		check(mutation, mutation.number() % 6 >= 2);
	}

	@Test
	@Tag("slow")
	void thereAreFiveHundredDamagedModels() throws IOException {
		TestData.require("models");
		assertTrue(many().size() >= 500, () -> "only " + MANY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "empty.onnx", "empty.h5", "empty.keras", "empty.zip", "empty" })
	void emptyFilesAreRefused(String name) throws IOException {
		assertRefused(Files.createFile(folder.resolve(name)));
	}

	@Test
	void foldersAreRefused() throws IOException {
		assertRefused(folder);
		assertRefused(Files.createDirectory(folder.resolve("folder.onnx")));
	}

	@Test
	void whatIsNotThereIsRefused() {
		assertRefused(folder.resolve("absent.onnx"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text.onnx", "text.h5", "text.keras", "text.zip", "text.txt" })
	void textIsRefused(String name) throws IOException {
		assertRefused(Files.writeString(folder.resolve(name), "This is not a model.\n".repeat(100)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "configuration.json", "coefficients.bin", "config.json", "model.weights.h5", "zeros" })
	void zipBombsAreRefused(String entry) throws IOException {
		Path file = folder.resolve("bomb.zip");
		HostileFiles.bomb(file, entry, 100);
		assertTrue(Files.size(file) < 1_000_000);
		assertRefused(file);
		assertRefused(Files.copy(file, folder.resolve("bomb.keras")));
	}

	@Test
	void onnxCyclesAreRefused() throws IOException {
		assertRefused(Files.write(folder.resolve("cycle.onnx"), HostileFiles.onnxWithCycle()));
	}

	@Test
	void missingInitializersAreRefused() throws IOException {
		Path file = Files.write(folder.resolve("missing.onnx"), HostileFiles.onnxWithoutInitializer());
		assertTrue(assertRefused(file).contains("weights"));
	}

	@Test
	void hugeTensorsAreRefused() throws IOException {
		assertRefused(Files.write(folder.resolve("huge.onnx"), HostileFiles.onnxWithHugeTensor()));
	}

	@Test
	void externalDataOutsideTheFolderIsNotRead() throws IOException {
		Path secret = Files.write(folder.resolve("secret.bin"), new byte[3 * 4 * 4 * 4]);
		Path inside = Files.createDirectory(folder.resolve("inside"));
		for (String location : List.of("../secret.bin", secret.toString(), "x/../../secret.bin", "/etc/passwd", "link")) {
			if (location.equals("link")) {
				Files.createSymbolicLink(inside.resolve("link"), secret);
			}
			Path file = Files.write(inside.resolve("external.onnx"), HostileFiles.onnxWithExternalData(location));
			assertRefused(file);
			Files.delete(file);
		}
		Files.copy(secret, inside.resolve("beside.bin"));
		Path file = Files.write(inside.resolve("good.onnx"), HostileFiles.onnxWithExternalData("beside.bin"));
		CommandRun run = CommandRun.of("info", file.toString());
		assertTrue(run.status() == 0, run.err());
	}

	@Test
	void lambdaLayersAreRefused() throws IOException {
		Path keras = folder.resolve("lambda.keras");
		HostileFiles.kerasWithLambda(TestData.model("fer2013_mini_XCEPTION.keras"), keras);
		assertTrue(assertRefused(keras).contains("Lambda"));
		Path hdf5 = folder.resolve("lambda.h5");
		HostileFiles.hdf5WithLambda(TestData.model("fer2013_mini_XCEPTION.102-0.66.hdf5"), hdf5);
		assertTrue(assertRefused(hdf5).contains("Lambda"));
	}

	/** In a process of its own nothing can hide: a crash, a thread that keeps it alive, a trace on standard error. */
	@Test
	void processesEndInOneSentenceToo() throws IOException {
		List<Path> files = new ArrayList<>();
		files.add(Files.writeString(folder.resolve("text.onnx"), "not a model"));
		files.add(Files.write(folder.resolve("cycle.onnx"), HostileFiles.onnxWithCycle()));
		for (Mutation mutation : few()) {
			if (mutation.number() == 0 && Files.size(mutation.model()) < SMALL) {
				files.add(mutation.write(folder));
			}
		}
		for (Path file : files) {
			PlainJava.Result run = PlainJava.run(CommandRun.LIMIT, PlainLauncher.class, "info", file.toString());
			new CommandRun(run.status(), run.out(), run.err()).assertDecent(file.getFileName().toString());
		}
	}

	/** Looks into a damaged model and, if it opens and does not take long, runs it. */
	private void check(Mutation mutation, boolean run) throws IOException {
		Path file = mutation.write(folder);
		CommandRun info = CommandRun.of("info", file.toString());
		info.assertDecent("info " + mutation);
		if (info.status() == 0 && run && Files.size(file) < SMALL) {
			Path picture = TestData.image("photos/skimage_coffee.png");
			CommandRun.of("classify", file.toString(), picture.toString()).assertDecent("classify " + mutation);
		}
		Files.delete(file);
	}

	private static String assertRefused(Path file) {
		CommandRun run = CommandRun.of("info", file.toString());
		run.assertRefused(file.getFileName().toString());
		assertFalse(run.out().contains("Input"), run.out());
		return run.err();
	}
}
