// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.starfish.core.StarfishException;
import org.starfish.testkit.TestData;

/** Files that are damaged, or made to do harm. Each opens, or ends in one sentence; none hangs, crashes or runs code. */
class BadInputTest {
	private static final int FEW = 4;
	private static final int MANY = 48;
	private static final long SMALL = 5_000_000;
	/** The first Java that complains about what Protocol Buffers do, unless told not to. */
	private static final int UNSAFE_WARNS = 23;

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
	@Tag("slow")
	void processesEndInOneSentenceToo() throws Exception {
		String classPath = classPath();
		Assumptions.assumeFalse(classPath.isEmpty(), "skipped: no plain class path here");
		List<Path> files = new ArrayList<>();
		files.add(Files.writeString(folder.resolve("text.onnx"), "not a model"));
		files.add(Files.write(folder.resolve("cycle.onnx"), HostileFiles.onnxWithCycle()));
		for (Mutation mutation : few()) {
			if (mutation.number() == 0 && Files.size(mutation.model()) < SMALL) {
				files.add(mutation.write(folder));
			}
		}
		for (Path file : files) {
			process(classPath, "info", file.toString()).assertDecent(file.getFileName().toString());
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

	private CommandRun process(String classPath, String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
		if (Runtime.version().feature() >= UNSAFE_WARNS) {
			command.add("--sun-misc-unsafe-memory-access=allow");
		}
		command.addAll(List.of("-cp", classPath, PlainLauncher.class.getName()));
		command.addAll(List.of(arguments));
		Path out = folder.resolve("out");
		Path err = folder.resolve("err");
		Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
		if (!process.waitFor(CommandRun.LIMIT.toSeconds(), TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError(arguments[1] + " takes too long");
		}
		return new CommandRun(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
				Files.readString(err, StandardCharsets.UTF_8));
	}

	/** The class path of this virtual machine, or what makes one of the bundles that it runs. */
	private static String classPath() throws URISyntaxException, IOException, ClassNotFoundException {
		String own = System.getProperty("java.class.path");
		if (own.contains("nd4j")) {
			return own;
		}
		List<Path> parts = new ArrayList<>();
		for (String name : List.of("org.starfish.cli.StarfishCommand", "org.starfish.cli.PlainLauncher",
				"org.starfish.core.StarfishException", "picocli.CommandLine", "com.google.gson.Gson",
				"com.drew.imaging.ImageMetadataReader", "org.nd4j.linalg.factory.Nd4j")) {
			// The command line's bundle does not see the libraries that only the core uses.
			Class<?> seesIt = name.startsWith("com.drew") || name.startsWith("org.nd4j") ? StarfishException.class
					: BadInputTest.class;
			var source = Class.forName(name, false, seesIt.getClassLoader()).getProtectionDomain().getCodeSource();
			if (source == null) {
				return "";
			}
			Path place = Path.of(source.getLocation().toURI());
			parts.add(place);
			parts.add(place.resolve("target/classes"));
			parts.addAll(jars(place.resolve("lib")));
		}
		parts.addAll(jars(TestData.projectRoot().resolve("bundles/org.starfish.dl4j.linux.x86_64/lib")));
		return parts.stream().filter(Files::exists).map(Path::toString)
				.collect(Collectors.joining(System.getProperty("path.separator")));
	}

	private static List<Path> jars(Path lib) {
		try (Stream<Path> jars = Files.isDirectory(lib) ? Files.list(lib) : Stream.empty()) {
			return jars.toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
