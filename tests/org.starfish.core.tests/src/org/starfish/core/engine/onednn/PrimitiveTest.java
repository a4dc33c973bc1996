// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bytedeco.dnnl.global.dnnl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Primitives are made on one thread and run on others, as the jobs of an IDE do. */
class PrimitiveTest {
	/** Of this size, the library takes a Winograd kernel that keeps its tiles in a scratchpad. */
	private static final int CHANNELS = 128;
	private static final int SIDE = 56;

	@BeforeEach
	void needsTheLibrary() {
		assumeTrue(OneDnn.isAvailable(), OneDnn::description);
	}

	@Test
	void aPrimitiveRunsOnAnyThread() throws Exception {
		Description data = Description.of(dnnl.dnnl_nChw16c, 1, CHANNELS, SIDE, SIDE);
		var window = Window.dense(new long[] { 3, 3 }, new long[] { 1, 1 }, new long[] { 1, 1 });
		Description kernels = Description.kernels(CHANNELS, CHANNELS, 3, 3);
		int tried = 0;
		for (boolean winograd : new boolean[] { false, true }) {
			try (var descriptor = PrimitiveDescriptor.convolution(winograd, data, kernels, false, data, window,
					Epilogue.NONE);
					var source = NativeMemory.of(data, random(CHANNELS * SIDE * SIDE));
					var weights = NativeMemory.of(kernels, random(CHANNELS * CHANNELS * 9)).reordered(descriptor.weights());
					var destination = new NativeMemory(data);
					Primitive convolution = descriptor.prepare(Map.of(Argument.SOURCE, source, Argument.WEIGHTS, weights,
							Argument.DESTINATION, destination))) {
				convolution.run();
				float[] here = new float[CHANNELS * SIDE * SIDE];
				destination.get(here);
				assertArrayEquals(here, elsewhere(convolution, destination), descriptor.kernelName());
				tried++;
			} catch (UnsupportedOperationException e) {
				// There is no such kernel for every processor.
				assertTrue(winograd, "convolution");
			}
		}
		assertTrue(tried > 0);
	}

	/** Several new threads, since one may by chance take the memory of another that has ended. */
	private static float[] elsewhere(Primitive primitive, NativeMemory destination) throws Exception {
		List<float[]> results = new ArrayList<>();
		try (var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
			for (int i = 0; i < 3; i++) {
				Future<float[]> result = threads.submit(() -> {
					float[] values = new float[CHANNELS * SIDE * SIDE];
					destination.put(values);
					primitive.run();
					destination.get(values);
					return values;
				});
				results.add(result.get());
			}
		}
		results.forEach(result -> assertArrayEquals(results.get(0), result));
		return results.get(0);
	}

	private static float[] random(int count) {
		var random = new Random(count);
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = random.nextFloat() - 0.5f;
		}
		return values;
	}
}
