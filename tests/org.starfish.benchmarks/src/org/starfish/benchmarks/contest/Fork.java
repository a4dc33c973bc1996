// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.starfish.core.StarfishException;

import com.google.gson.Gson;

/** A virtual machine of its own, started like this one. Waits without computing between requests. */
public final class Fork implements AutoCloseable {
	private final Gson gson = new Gson();
	private final Process process;
	private final PrintStream requests;
	private final BufferedReader replies;
	private final Path log;

	/**
	 * Starts one.
	 *
	 * @param conditions under which it runs
	 * @param mainClass which program
	 */
	public Fork(Conditions conditions, Class<?> mainClass, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(conditions.vmArguments());
		command.add("-cp");
		command.add(String.join(File.pathSeparator, conditions.classPath()));
		command.add(mainClass.getName());
		command.addAll(List.of(arguments));
		log = Files.createTempFile("starfish-bench-", ".log");
		var builder = new ProcessBuilder(command).redirectError(log.toFile());
		conditions.environment().forEach((name, value) -> {
			if (value.isEmpty()) {
				builder.environment().remove(name);
			} else {
				builder.environment().put(name, value);
			}
		});
		process = builder.start();
		requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
		replies = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Has a worker do something and waits for it.
	 *
	 * @return its reply, which may hold an error
	 * @throws StarfishException if the virtual machine ended
	 */
	Reply ask(Request request) throws StarfishException, IOException {
		requests.println(gson.toJson(request));
		return read(Reply.class);
	}

	/** Reads a line of JSON that the program writes. */
	public <T> T read(Class<T> type) throws StarfishException, IOException {
		String line = replies.readLine();
		if (line == null) {
			throw new StarfishException("A virtual machine of the benchmark ended. It said: %s"
					.formatted(Files.readString(log).lines().limit(20).toList()));
		}
		return gson.fromJson(line, type);
	}

	/** What came out of the worker's last step. */
	float[] result() throws StarfishException, IOException {
		Path file = Files.createTempFile("starfish-bench-", ".bin");
		try {
			Reply reply = ask(Request.result(file.toString()));
			if (reply.error() != null) {
				throw new StarfishException("A result cannot be read: %s.".formatted(reply.error()));
			}
			var floats = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder()).asFloatBuffer();
			float[] values = new float[floats.remaining()];
			floats.get(values);
			return values;
		} finally {
			Files.delete(file);
		}
	}

	@Override
	public void close() throws IOException {
		requests.close();
		try {
			process.waitFor();
		} catch (InterruptedException e) {
			process.destroy();
			Thread.currentThread().interrupt();
		}
		replies.close();
		Files.deleteIfExists(log);
	}
}
