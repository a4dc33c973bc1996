// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.starfish.testkit.TestData;

/** Damaged pictures, tensors, labels, sidecars and preprocessings: each is taken, or named in one sentence. */
class BadCompanionTest {
	private static final int COPIES = 48;
	private static final long SEED = 20170602;
	private static final int DIGITS = 10;
	private static final Pattern VALUE = Pattern.compile("(?<=[:\\[,]\\s?)(-?[0-9.]+|\"[^\"]*\")|\"\\w+\"(?= ?:)");
	private static final List<String> OTHER_VALUES = List.of("0", "-1", "2147483647", "1e400", "99999999999999999999", "null",
			"\"x\"", "[]", "{}", "true", "[1, 2, 3]", "\"\\u0000\"", "\"a\\nb\"", "\"../../../etc/passwd\"");
	private static final String PREPROCESSING = """
			{"name": "digits", "order": "GRAY", "lower": 0, "upper": 255, "mean": [0, 0, 0], "deviation": 1, "fit": "crop"}
			""";

	@TempDir
	Path folder;

	private Path model;

	/** What is handed in with a model. */
	enum Companion {
		JPEG("picture.jpg", true), PNG("picture.png", true), BMP("picture.bmp", true), TENSOR("tensor.npy", true),
		LABELS("labels.txt", false), LABELS_INDEX("index.json", false), SIDECAR("model.onnx.starfish", false),
		PREPROCESSING("preprocessing.json", false);

		private final String file;
		private final boolean input;

		Companion(String file, boolean input) {
			this.file = file;
			this.input = input;
		}
	}

	@BeforeEach
	void copyModel() throws IOException {
		model = Files.copy(TestData.model("mnist-8.onnx"), folder.resolve("model.onnx"));
	}

	@ParameterizedTest
	@EnumSource
	void undamagedOnesAreTaken(Companion companion) throws IOException {
		CommandRun run = classify(companion, write(companion, good(companion)));
		assertTrue(run.status() == 0, run::err);
	}

	@ParameterizedTest
	@EnumSource
	void damagedOnesEndInOneSentenceOrAreTaken(Companion companion) throws IOException {
		byte[] good = good(companion);
		Path original = Files.write(Files.createDirectory(folder.resolve("good")).resolve(companion.file), good);
		Path copies = Files.createDirectory(folder.resolve("copies"));
		for (int number = 0; number < COPIES; number++) {
			byte[] damaged = Files.readAllBytes(new Mutation(original, number).write(copies));
			assertDecent(companion, write(companion, damaged), number);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LABELS_INDEX", "SIDECAR", "PREPROCESSING" })
	void senselessValuesEndInOneSentenceOrAreTaken(Companion companion) throws IOException {
		var random = new SplittableRandom(SEED);
		String good = new String(good(companion), StandardCharsets.UTF_8);
		for (int number = 0; number < COPIES; number++) {
			List<MatchResult> values = VALUE.matcher(good).results().toList();
			MatchResult value = values.get(random.nextInt(values.size()));
			String changed = good.substring(0, value.start()) + OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size()))
					+ good.substring(value.end());
			assertDecent(companion, write(companion, changed.getBytes(StandardCharsets.UTF_8)), number);
		}
	}

	@ParameterizedTest
	@EnumSource
	void emptyOnesAreRefused(Companion companion) throws IOException {
		assertRefused(companion, write(companion, new byte[0]));
	}

	@ParameterizedTest
	@EnumSource
	void foldersAreRefused(Companion companion) throws IOException {
		assertRefused(companion, Files.createDirectory(folder.resolve(companion.file)));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SIDECAR")
	void absentOnesAreRefused(Companion companion) {
		assertRefused(companion, folder.resolve(companion.file));
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LABELS")
	void textIsRefused(Companion companion) throws IOException {
		assertRefused(companion, write(companion, "Not what it seems.\n".repeat(50).getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@EnumSource(names = { "LABELS", "LABELS_INDEX", "SIDECAR", "PREPROCESSING" })
	void deepNestingIsRefused(Companion companion) throws IOException {
		assertRefused(companion, write(companion, "[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void aTensorThatClaimsMoreThanItHoldsIsRefused() throws IOException {
		for (String shape : List.of("(1, 1, 2147483647, 2147483647)", "(1, 1, 99999999999999999999, 28)", "(-1, 1, 28, 28)",
				"(0, 1, 28, 28)", "(1000000, 1, 28, 28)")) {
			assertRefused(Companion.TENSOR, write(Companion.TENSOR, npy(shape, DIGITS)));
		}
	}

	private CommandRun classify(Companion companion, Path file) {
		Path input = companion.input ? file : TestData.image("photos/skimage_coffee.png");
		return switch (companion) {
		case LABELS, LABELS_INDEX -> CommandRun.of("classify", model.toString(), input.toString(), "--labels", file.toString());
		case PREPROCESSING -> CommandRun.of("classify", model.toString(), input.toString(), "--preprocessing", file.toString());
		default -> CommandRun.of("classify", model.toString(), input.toString());
		};
	}

	private void assertDecent(Companion companion, Path file, int number) {
		CommandRun run = classify(companion, file);
		String what = "copy " + number + " of " + file.getFileName();
		run.assertDecent(what);
		assertTrue(run.status() == 0 || run.err().contains(file.getFileName().toString()), () -> what + ": " + run.err());
	}

	private void assertRefused(Companion companion, Path file) {
		CommandRun run = classify(companion, file);
		run.assertRefused(companion.file);
		assertTrue(run.err().contains(companion.file), run::err);
	}

	private Path write(Companion companion, byte[] content) throws IOException {
		return Files.write(folder.resolve(companion.file), content);
	}

	private static byte[] good(Companion companion) throws IOException {
		return switch (companion) {
		case JPEG -> Files.readAllBytes(TestData.image("imagenet/n02317335_starfish.JPEG"));
		case PNG -> Files.readAllBytes(TestData.image("photos/skimage_coffee.png"));
		case BMP -> Files.readAllBytes(TestData.image("photos/coral_sunflower.bmp"));
		case TENSOR -> npy("(1, 1, 28, 28)", 28 * 28);
		case LABELS -> "zero\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n".getBytes(StandardCharsets.UTF_8);
		case LABELS_INDEX -> index().getBytes(StandardCharsets.UTF_8);
		case SIDECAR -> ("{\"schemaVersion\": 1, \"preprocessing\": " + PREPROCESSING + "}").getBytes(StandardCharsets.UTF_8);
		case PREPROCESSING -> PREPROCESSING.getBytes(StandardCharsets.UTF_8);
		};
	}

	private static String index() {
		var text = new StringBuilder("{");
		for (int i = 0; i < DIGITS; i++) {
			text.append(i == 0 ? "" : ", ").append("\"%d\": [\"n%08d\", \"digit %d\"]".formatted(i, i, i));
		}
		return text.append("}").toString();
	}

	private static byte[] npy(String shape, int values) {
		String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
		int length = (10 + header.length() + 64) / 64 * 64 - 10;
		byte[] start = ("\u0093NUMPY\u0001\u0000" + (char) (length % 256) + (char) (length / 256) + header
				+ " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1);
		byte[] bytes = new byte[start.length + 4 * values];
		System.arraycopy(start, 0, bytes, 0, start.length);
		return bytes;
	}
}
