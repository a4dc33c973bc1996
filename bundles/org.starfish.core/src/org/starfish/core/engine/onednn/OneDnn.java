// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/** The library: whether it is there, and the processor it works on. */
public final class OneDnn {
	/** Whether to use it: {@code off} leaves every layer to ND4J's own operations. */
	public static final String PROPERTY = "starfish.onednn";

	private OneDnn() {
	}

	/** Whether the library runs here. */
	public static boolean isAvailable() {
		return Library.FAILURE == null;
	}

	/** What runs, for the user's eyes: its version, or why it does not. */
	public static String description() {
		if (!isAvailable()) {
			return "oneDNN " + Library.FAILURE;
		}
		dnnl_version_t version = dnnl.dnnl_version();
		return "oneDNN %d.%d.%d (%s)".formatted(version.major(), version.minor(), version.patch(), instructions());
	}

	/** The version and the instructions that its kernels use, in one word; {@code nd4j} where it does not run. */
	public static String variant() {
		if (!isAvailable()) {
			return "nd4j";
		}
		dnnl_version_t version = dnnl.dnnl_version();
		return "onednn-%d.%d.%d-%s".formatted(version.major(), version.minor(), version.patch(), instructions());
	}

	private static String instructions() {
		int isa = dnnl.dnnl_get_effective_cpu_isa();
		return includes(isa, dnnl.dnnl_cpu_isa_avx512_core) ? "avx512"
				: includes(isa, dnnl.dnnl_cpu_isa_avx2) ? "avx2" : "sse41";
	}

	/** The library counts instructions as sets of bits, each holding those that it needs. */
	private static boolean includes(int isa, int needed) {
		return (isa & needed) == needed;
	}

	/**
	 * What this machine's processor calls itself, with its family and model, fit for a file's name. The name alone does
	 * not tell: several generations call themselves {@code AMD EPYC}.
	 */
	static String processor() {
		try (Stream<String> facts = Files.lines(Path.of("/proc/cpuinfo"))) {
			return processor(facts.takeWhile(line -> !line.isBlank()).toList()).orElse(Loader.getPlatform());
		} catch (IOException | UncheckedIOException e) {
			// Other systems do not tell this way.
			return Loader.getPlatform();
		}
	}

	/** The same from the lines that Linux writes of one processor. */
	static Optional<String> processor(List<String> facts) {
		List<String> values = Stream.of("model name", "cpu family", "model")
				.flatMap(name -> facts.stream().filter(line -> line.matches(name + "\\s*:.*")).limit(1))
				.map(line -> line.substring(line.indexOf(':') + 1).replaceAll("[^A-Za-z0-9]+", " ").strip()).toList();
		return values.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", values));
	}

	static dnnl_engine engine() {
		return Library.ENGINE;
	}

	static dnnl_stream stream() {
		return Library.STREAM;
	}

	/** Throws if a call did not succeed. */
	static void check(int status) {
		if (status == dnnl.dnnl_unimplemented) {
			throw new UnsupportedOperationException("oneDNN has no kernel for this");
		}
		if (status == dnnl.dnnl_out_of_memory) {
			throw new OutOfMemoryError("oneDNN");
		}
		if (status != dnnl.dnnl_success) {
			throw new IllegalStateException("oneDNN answered " + status);
		}
	}

	/** Loaded when it is first asked for. */
	private static final class Library {
		static final dnnl_engine ENGINE = new dnnl_engine();
		static final dnnl_stream STREAM = new dnnl_stream();
		static final String FAILURE = start();

		private static String start() {
			if ("off".equals(System.getProperty(PROPERTY))) {
				return "switched off";
			}
			try {
				Loader.load(dnnl.class);
				check(dnnl.dnnl_engine_create(ENGINE, dnnl.dnnl_cpu, 0));
				check(dnnl.dnnl_stream_create(STREAM, ENGINE, dnnl.dnnl_stream_default_flags));
				return null;
			} catch (LinkageError e) {
				return "not installed for " + Loader.getPlatform();
			}
		}
	}
}
