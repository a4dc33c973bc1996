// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.testkit.TestData;
import org.starfish.ui.tests.pages.Ui;

/** The built products, each in a process of its own. */
class ProductTest {
	@TempDir
	Path folder;

	@Test
	void theFirstStartMakesTheExampleProject() throws Exception {
		Path product = product("starfish-ide");
		Path workspace = folder.resolve("workspace");
		Path output = folder.resolve("output.txt");
		Process ide = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
				"-Dosgi.configuration.area=" + folder.resolve("configuration"),
				"-Dosgi.sharedConfiguration.area=" + product.resolve("configuration"), "-jar",
				plugins(product).filter(plugin -> plugin.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
						.findFirst().orElseThrow().toString(),
				"-nosplash", "-consoleLog", "-data", workspace.toString()).redirectErrorStream(true)
				.redirectOutput(output.toFile()).start();
		try {
			Path images = workspace.resolve("tidepool/images");
			Ui.until("the example project in a new workspace", Duration.ofSeconds(90),
					() -> !ide.isAlive() || count(images) == 40);
			assertEquals("", entries(workspace), () -> "the error log of the product");
			assertEquals(40, count(images), () -> read(output));
		} finally {
			ide.destroy();
			if (!ide.waitFor(20, TimeUnit.SECONDS)) {
				ide.destroyForcibly().waitFor();
			}
		}
	}

	@Test
	void theCommandLineCarriesNoUserInterface() throws IOException {
		List<String> plugins = plugins(product("starfish")).map(plugin -> plugin.getFileName().toString()).toList();
		for (String name : List.of("org.eclipse.swt", "org.eclipse.ui", "org.eclipse.jface", "org.starfish.ui")) {
			assertFalse(plugins.stream().anyMatch(plugin -> plugin.startsWith(name)), name);
		}
	}

	private static Path product(String name) throws IOException {
		Path products = TestData.projectRoot().resolve("releng/org.starfish.product/target/products").resolve(name);
		if (Files.isDirectory(products)) {
			try (Stream<Path> files = Files.find(products, 4, (path, attributes) -> path.endsWith("plugins"))) {
				return files.findFirst().orElseThrow().getParent();
			}
		}
		return Assumptions.abort("skipped: no product is built in " + products);
	}

	private static Stream<Path> plugins(Path product) throws IOException {
		try (Stream<Path> plugins = Files.list(product.resolve("plugins"))) {
			return plugins.toList().stream();
		}
	}

	/** The entries of the error log of a workspace that are about us. */
	private static String entries(Path workspace) {
		Path log = workspace.resolve(".metadata/.log");
		String text = Files.exists(log) ? read(log) : "";
		return text.contains("org.starfish") ? text : "";
	}

	private static long count(Path images) {
		try (Stream<Path> files = Files.list(images)) {
			return files.count();
		} catch (IOException e) {
			return 0;
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}
}
