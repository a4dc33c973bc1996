// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Assumptions;

/**
 * Finds the real models, photos and reference tensors that are not part of the project.
 * <p>
 * They lie in the folder named by the system property {@value #PROPERTY}, by default {@code ../shared} beside the
 * project. A relative folder is meant from the project's root, whatever the current folder is, so that a test finds the
 * same files under Tycho (started in the test project's folder) and on a plain virtual machine.
 */
public final class TestData {

	/** System property that names the folder with the test data. */
	public static final String PROPERTY = "starfish.testdata";

	private TestData() {
	}

	/**
	 * The project's root: the nearest folder at or above the current one that holds {@code target-platform} and
	 * {@code bundles}.
	 *
	 * @throws IllegalStateException if the test does not run inside the project
	 */
	public static Path projectRoot() {
		Path start = Path.of("").toAbsolutePath();
		for (Path folder = start; folder != null; folder = folder.getParent()) {
			if (Files.isDirectory(folder.resolve("target-platform")) && Files.isDirectory(folder.resolve("bundles"))) {
				return folder;
			}
		}
		throw new IllegalStateException("No Starfish project at or above " + start);
	}

	/** The folder with the test data; it need not exist. */
	public static Path folder() {
		String property = System.getProperty(PROPERTY, "");
		Path named = Path.of(property.isEmpty() ? "../shared" : property);
		return (named.isAbsolute() ? named : projectRoot().resolve(named)).normalize();
	}

	/** Whether this file or folder of the test data is there. Names are relative and use {@code /}. */
	public static boolean has(String name) {
		return Files.exists(folder().resolve(name));
	}

	/**
	 * A file or folder of the test data, such as {@code models/googlenet.onnx}. The calling test is skipped, and says
	 * why, where it is absent.
	 */
	public static Path require(String name) {
		Path path = folder().resolve(name);
		Assumptions.assumeTrue(Files.exists(path),
				() -> "skipped: test data " + path + " is absent (set -D" + PROPERTY + "=FOLDER)");
		return path;
	}

	/** A model of the test data by its file name; see {@link #require}. */
	public static Path model(String fileName) {
		return require("models/" + fileName);
	}

	/** A reference tensor of the test data, such as {@code golden("googlenet", "output.npy")}; see {@link #require}. */
	public static Path golden(String network, String fileName) {
		return require("goldens/" + network + "/" + fileName);
	}

	/** A picture of the test data, such as {@code image("photos/coffee.png")}; see {@link #require}. */
	public static Path image(String name) {
		return require("images/" + name);
	}
}
