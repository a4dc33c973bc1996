// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/**
 * Runs programs in a virtual machine of their own, on a plain class path: the jars of the built product without
 * anything of Eclipse.
 */
public final class PlainJava {
	/** The first Java that complains about what Protocol Buffers do, unless told not to. */
	private static final int UNSAFE_WARNS = 23;

	private PlainJava() {
	}

	/**
	 * How a program ended.
	 *
	 * @param status exit status
	 * @param out what it wrote to standard output
	 * @param err what it wrote to standard error
	 */
	public record Result(int status, String out, String err) {
	}

	/**
	 * The class path: the product's bundles and their libraries, or that of the running virtual machine if it is plain
	 * already. The calling test is skipped where there is neither.
	 */
	public static List<Path> classPath() {
		String own = System.getProperty("java.class.path");
		if (own.contains("nd4j")) {
			return Stream.of(own.split(File.pathSeparator)).map(Path::of).toList();
		}
		Path products = TestData.projectRoot().resolve("releng/org.starfish.product/target/products/starfish");
		List<Path> found = jars(products).filter(jar -> !jar.getFileName().toString().startsWith("org.eclipse."))
				.toList();
		Assumptions.assumeFalse(found.isEmpty(), () -> "skipped: no product is built in " + products);
		return found;
	}

	/**
	 * Runs a program.
	 *
	 * @param limit how long it may take; it is killed then, and the test fails
	 * @param main its main class, of which the folder or jar joins the class path
	 * @param arguments its arguments
	 */
	public static Result run(Duration limit, Class<?> main, String... arguments) {
		try {
			List<Path> classPath = new ArrayList<>(classPath());
			Path own = Path.of(main.getProtectionDomain().getCodeSource().getLocation().toURI());
			classPath.add(own.resolve("target/classes"));
			classPath.add(own);
			List<String> command = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true"));
			if (Runtime.version().feature() >= UNSAFE_WARNS) {
				command.add("--sun-misc-unsafe-memory-access=allow");
			}
			command.addAll(List.of("-cp",
					classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
					main.getName()));
			command.addAll(List.of(arguments));
			return run(limit, command);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Result run(Duration limit, List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).start();
		process.getOutputStream().close();
		var err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()::readAllBytes));
		var out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()::readAllBytes));
		try {
			if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
				throw new AssertionError("took longer than " + limit);
			}
			// Before the process is destroyed, which would close what is left to read.
			return new Result(process.exitValue(), out.join(), err.join());
		} catch (InterruptedException e) {
			throw new AssertionError("interrupted", e);
		} finally {
			process.destroyForcibly();
		}
	}

	private interface Bytes {
		byte[] read() throws IOException;
	}

	private static String text(Bytes bytes) {
		try {
			return new String(bytes.read(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Stream<Path> jars(Path folder) {
		if (!Files.isDirectory(folder)) {
			return Stream.empty();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
