// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.io.BufferedReader;
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
import java.util.Map;

import org.bytedeco.javacpp.Pointer;
import org.starfish.benchmarks.contest.Contender.Exercise;
import org.starfish.core.network.Network;

import com.google.gson.Gson;

/** The program of a forked virtual machine: does for one contender what it reads from its standard input. */
public final class Worker {
	private final Contender contender;
	private Subject subject;
	private Network network;
	private Exercise exercise;

	private Worker(Contender contender) {
		this.contender = contender;
	}

	/**
	 * Runs until the standard input ends.
	 *
	 * @param arguments the contender's class
	 */
	public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
		PrintStream replies = System.out;
		// Libraries greet on the standard output, which is for replies only.
		System.setOut(System.err);
		var constructor = Class.forName(arguments[0]).getDeclaredConstructor();
		constructor.setAccessible(true);
		var worker = new Worker((Contender) constructor.newInstance());
		var gson = new Gson();
		var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
		for (String line = requests.readLine(); line != null; line = requests.readLine()) {
			replies.println(gson.toJson(worker.answer(gson.fromJson(line, Request.class))));
			replies.flush();
		}
		worker.release();
		// Some libraries leave threads behind.
		System.exit(0);
	}

	private Reply answer(Request request) {
		try {
			return switch (request.action()) {
			case DESCRIBE -> Reply.text(contender.description());
			case PREPARE -> prepare(request.workload(), request.form());
			case TIME -> Reply.times(time(request.steps(), request.seconds()));
			case RESULT -> {
				write(exercise.result(), Path.of(request.file()));
				yield Reply.text("");
			}
			case ALLOCATION -> Reply.numbers(allocation(request.steps()));
			case MEMORY -> Reply.numbers(Map.of("resident", (double) ProcessMemory.resident(), "peak", (double) ProcessMemory.peak()));
			};
		} catch (Exception | OutOfMemoryError | LinkageError e) {
			e.printStackTrace();
			return Reply.error(String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString()));
		}
	}

	private Reply prepare(Workload workload, String form) throws Exception {
		release();
		if (workload.subject() != subject) {
			subject = workload.subject();
			network = subject.open();
		}
		exercise = contender.prepare(network, workload, form);
		return Reply.text(exercise.form());
	}

	private void release() {
		if (exercise != null) {
			exercise.close();
			exercise = null;
		}
	}

	private double[] time(int steps, double seconds) throws Exception {
		List<Double> times = new ArrayList<>();
		long begin = System.nanoTime();
		long end = begin;
		while (times.size() < steps || end - begin < seconds * 1e9) {
			long start = System.nanoTime();
			exercise.step();
			end = System.nanoTime();
			times.add((end - start) / 1e6);
		}
		return times.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** What one step allocates, on average, and by how much the process has grown over all of them; in bytes. */
	private Map<String, Double> allocation(int steps) throws Exception {
		var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
		long resident = ProcessMemory.resident();
		long outside = Pointer.totalBytes();
		long pieces = Pointer.totalCount();
		long heap = threads.getCurrentThreadAllocatedBytes();
		for (int i = 0; i < steps; i++) {
			exercise.step();
		}
		heap = threads.getCurrentThreadAllocatedBytes() - heap;
		return Map.of("heap", (double) heap / steps, "outside", (double) (Pointer.totalBytes() - outside) / steps, "pieces",
				(double) (Pointer.totalCount() - pieces) / steps, "growth", (double) (ProcessMemory.resident() - resident));
	}

	private static void write(float[] values, Path file) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
		bytes.asFloatBuffer().put(values);
		Files.write(file, bytes.array());
	}
}
