// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.IOException;
import java.util.List;

/**
 * Someone who takes part in a contest.
 *
 * @param name as it stands in tables
 * @param contender the class that computes
 * @param conditions under which its virtual machines run
 */
public record Contestant(String name, String contender, Conditions conditions) {
	/** System property that names the folder with libtorch and what needs it; the launcher sets it. */
	private static final String LIBTORCH = "starfish.libtorch";

	/** Starfish's engine. */
	public static Contestant starfish(int threads) {
		return new Contestant("Starfish", EngineContender.class.getName(), Conditions.ofThreads(threads));
	}

	/** DL4J's own layers. */
	public static Contestant dl4j(int threads) {
		return new Contestant("DL4J", Dl4jContender.class.getName(), Conditions.ofThreads(threads));
	}

	/** libtorch, through DJL. */
	public static Contestant libtorch(int threads) {
		String folder = System.getProperty(LIBTORCH, "");
		return new Contestant("libtorch", "org.starfish.benchmarks.libtorch.LibtorchContender", Conditions.ofThreads(threads)
				.withClassPath(List.of(folder + "/classes", folder + "/lib/*")).withVmArgument("-Dai.djl.offline=true")
				.withVmArgument("-DDJL_CACHE_DIR=" + folder + "/natives"));
	}

	/** The same under other conditions. */
	public Contestant named(String newName, Conditions newConditions) {
		return new Contestant(newName, contender, newConditions);
	}

	Fork start() throws IOException {
		return new Fork(conditions, Worker.class, contender);
	}
}
