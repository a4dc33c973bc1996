// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.testkit.TestData;

/** The rules of who may know whom, checked in the sources. */
class ArchitectureTest {
	private static final String CORE = "bundles/org.starfish.core/src/org/starfish/core/";
	private static final String HEADER = """
			// Copyright (c) 2026 The Starfish authors
			// SPDX-License-Identifier: EPL-2.0
			""";

	@Test
	void theCoreKnowsEclipseInTwoPackagesOnly() throws IOException {
		assertOnly(CORE, "import (static )?org\\.eclipse\\.",
				path -> path.startsWith(CORE + "jobs/") || path.startsWith(CORE + "importing/registry/"));
	}

	@Test
	void theCoreKnowsNoUserInterface() throws IOException {
		assertOnly(CORE, "org\\.eclipse\\.(swt|jface|ui)\\b|java\\.awt\\.(event|Frame)|javax\\.swing", path -> false);
	}

	@Test
	void oneClassKnowsWhichBackendRuns() throws IOException {
		String cpu = "org[./]nd4j[./]linalg[./]cpu|nativecpu";
		assertOnly("bundles/", cpu, path -> path.equals(CORE + "engine/Backend.java"));
		assertFalse(holding(CORE + "engine/", cpu).isEmpty(), "the rule looks for a name that is gone");
	}

	@Test
	void arraysOfNd4jStayInTheEngine() throws IOException {
		assertOnly("bundles/", "\\bINDArray\\b",
				path -> path.startsWith(CORE + "engine/") || path.startsWith(CORE + "importing/dl4j/"));
		assertFalse(holding(CORE + "engine/", "\\bINDArray\\b").isEmpty(), "the rule looks for a name that is gone");
	}

	@Test
	void theCommandLineDoesNotKnowNd4j() throws IOException {
		assertOnly("bundles/org.starfish.cli/", "org\\.nd4j", path -> false);
	}

	@Test
	void theUserInterfaceKnowsNeitherNd4jNorDl4j() throws IOException {
		assertOnly("bundles/org.starfish.ui/", "org\\.(nd4j|deeplearning4j|bytedeco)\\b", path -> false);
	}

	@Test
	void thePackagesOfTheCoreFormNoCycle() throws IOException {
		assertNoCycles("bundles/org.starfish.core/src", Set.of("org.starfish.core.engine", "org.starfish.core.importing",
				"org.starfish.core.network"));
	}

	@Test
	void packagesThatKnowEachOtherAreFound(@TempDir Path folder) throws IOException {
		write(folder, "a", "One", "import org.starfish.b.Two;");
		write(folder, "b", "Two", "/** Knows {@link org.starfish.c.d.Three}. */");
		write(folder, "c", "Four", "");
		write(folder, "c.d", "Three", "import org.starfish.c.Four;");
		assertEquals(Set.of(), PackageGraph.of(folder).cycles(Set.of()));
		write(folder, "c", "Four", "import org.starfish.c.d.Three;");
		assertEquals(Set.of("org.starfish.c -> org.starfish.c.d: Four knows Three",
				"org.starfish.c.d -> org.starfish.c: Three knows Four"), PackageGraph.of(folder).cycles(Set.of()));
		assertEquals(Set.of(), PackageGraph.of(folder).cycles(Set.of("org.starfish.c")));
		write(folder, "c", "Five", "import org.starfish.a.One;");
		assertEquals(
				Set.of("org.starfish.a -> org.starfish.b: One knows Two",
						"org.starfish.b -> org.starfish.c: Two knows Three",
						"org.starfish.c -> org.starfish.a: Five knows One"),
				PackageGraph.of(folder).cycles(Set.of("org.starfish.c")));
	}

	private static void write(Path folder, String name, String type, String text) throws IOException {
		Files.writeString(folder.resolve(type + ".java"), "package org.starfish." + name + ";\n" + text + "\n");
	}

	@Test
	void everyPackageSaysWhatItHolds() throws IOException {
		var without = new TreeSet<String>();
		for (Path source : sources("bundles/", "tests/")) {
			if (!Files.exists(source.resolveSibling("package-info.java"))) {
				without.add(name(source.getParent()));
			}
		}
		assertEquals(List.of(), List.copyOf(without));
	}

	@Test
	void everySourceBeginsWithTheHeader() throws IOException {
		var without = new TreeSet<String>();
		for (Path source : sources("bundles/", "tests/")) {
			if (!Files.readString(source).replace("\r\n", "\n").startsWith(HEADER)) {
				without.add(name(source));
			}
		}
		assertEquals(List.of(), List.copyOf(without));
	}

	/**
	 * @param families packages that may know their children and be known by them
	 */
	private static void assertNoCycles(String folder, Set<String> families) throws IOException {
		Path sources = TestData.projectRoot().resolve(folder);
		assertEquals(Set.of(), PackageGraph.of(sources).cycles(families), "packages that know each other");
	}

	private static void assertOnly(String folder, String pattern, Predicate<String> allowed) throws IOException {
		List<String> strangers = holding(folder, pattern).stream().filter(allowed.negate()).toList();
		assertEquals(List.of(), strangers, () -> "'" + pattern + "' has no place there");
	}

	private static List<String> holding(String folder, String pattern) throws IOException {
		Predicate<String> holds = Pattern.compile(pattern).asPredicate();
		List<Path> sources = sources(folder);
		assertTrue(sources.size() > 5, () -> "hardly any source in " + folder);
		var found = new TreeSet<String>();
		for (Path source : sources) {
			if (holds.test(Files.readString(source))) {
				found.add(name(source));
			}
		}
		return List.copyOf(found);
	}

	/** Relative to the project's root, with slashes. */
	private static String name(Path path) {
		return TestData.projectRoot().relativize(path).toString().replace('\\', '/');
	}

	private static List<Path> sources(String... folders) throws IOException {
		var all = new TreeSet<Path>();
		for (String folder : folders) {
			try (Stream<Path> files = Files.walk(TestData.projectRoot().resolve(folder))) {
				all.addAll(files.filter(file -> file.toString().endsWith(".java") && name(file).contains("/src/"))
						.collect(Collectors.toSet()));
			}
		}
		return List.copyOf(all);
	}
}
