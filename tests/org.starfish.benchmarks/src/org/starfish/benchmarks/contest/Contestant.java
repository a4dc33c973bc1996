// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Someone who takes part in a contest.
 *
 * @param name as it stands in tables
 * @param contender the class that computes
 * @param conditions under which its virtual machines run
 */
public record Contestant(String name, String contender, Conditions conditions) {
	/** System property that names the folder with what only benchmarks need; the launcher sets it. */
	private static final String LIBRARIES = "starfish.benchmarks";
	/** System property that chooses ND4J's native variant. */
	private static final String EXTENSION = "-Dorg.bytedeco.javacpp.platform.extension=";

	/** Starfish's engine, as it is shipped. */
	public static Contestant starfish(int threads) {
		return new Contestant("Starfish", EngineContender.class.getName(), Conditions.ofThreads(threads));
	}

	/** Starfish's engine on ND4J's operations only, with one of ND4J's native variants. */
	public static Contestant nd4j(int threads, String variant) {
		return new Contestant("ND4J" + variant, EngineContender.class.getName(),
				withVariant(threads, variant).withVmArgument("-Dstarfish.onednn=off"));
	}

	/** DL4J's own layers, with the native variant of ND4J that suits the processor. */
	public static Contestant dl4j(int threads) throws IOException {
		boolean avx512 = Files.readString(Path.of("/proc/cpuinfo")).contains("avx512bw");
		return new Contestant("DL4J", Dl4jContender.class.getName(), withVariant(threads, avx512 ? "-onednn-avx512" : "-onednn-avx2"));
	}

	/** libtorch, through DJL. */
	public static Contestant libtorch(int threads) {
		return new Contestant("libtorch", "org.starfish.benchmarks.libtorch.LibtorchContender", Conditions.ofThreads(threads)
				.withClassPath(List.of(libraries("classes"), libraries("lib/*"))).withVmArgument("-Dai.djl.offline=true")
				.withVmArgument("-DDJL_CACHE_DIR=" + libraries("djl")));
	}

	private static Conditions withVariant(int threads, String variant) {
		Conditions conditions = Conditions.ofThreads(threads).withVmArgument(EXTENSION + variant);
		return variant.isEmpty() ? conditions
				: conditions.withClassPath(List.of(libraries("nd4j/nd4j-native-linux-x86_64" + variant + ".jar")));
	}

	private static String libraries(String path) {
		return Path.of(System.getProperty(LIBRARIES, "")).resolve(path).toString();
	}

	/** The same under another name and other conditions. */
	public Contestant named(String newName, Conditions newConditions) {
		return new Contestant(newName, contender, newConditions);
	}

	Fork start() throws IOException {
		return new Fork(conditions, Worker.class, contender);
	}
}
