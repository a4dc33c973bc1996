// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains a network from a seed: the same drawings, first weights and order of pictures each time.
 *
 * @param drawings how many pictures are drawn
 * @param shown how many pictures the network sees, each drawing several times and changed each time
 */
record Training(Architecture architecture, long seed, int drawings, int shown) {
	private static final int BATCH = 32;
	/** What the right class is to get; the rest is shared. Keeps the outputs from saturating. */
	private static final float TARGET = 0.95f;

	/** Pictures and classes of one step. */
	private record Batch(float[] pictures, float[] targets) {
		INDArray input() {
			return Nd4j.createFromArray(pictures).reshape(BATCH, Drawings.SIDE, Drawings.SIDE, 3);
		}

		INDArray labels() {
			return Nd4j.createFromArray(targets).reshape(BATCH, Species.values().length);
		}
	}

	/** Draws, trains and writes the model, without the updater's state, to {@code file}. */
	void run(File file) throws IOException {
		var start = System.nanoTime();
		System.out.printf("Drawing %d pictures.%n", drawings);
		var set = Drawings.draw(Chance.mix(seed, 1), drawings);
		System.out.printf("Drawn in %.0f s. Training.%n", (System.nanoTime() - start) / 1e9);
		var network = new MultiLayerNetwork(architecture.fast(seed));
		network.init();
		var steps = shown / BATCH;
		var order = new Order(set.count(), Chance.mix(seed, 2));
		var began = System.nanoTime();
		var score = 0.0;
		// The next batch is prepared while the network learns from the present one.
		var next = prepare(set, order, 0);
		for (var step = 0; step < steps; step++) {
			var batch = next.join();
			next = prepare(set, order, step + 1);
			network.setLearningRate(rate(step, steps));
			network.fit(batch.input(), batch.labels());
			score += network.score();
			if ((step + 1) % 50 == 0) {
				var seconds = (System.nanoTime() - began) / 1e9;
				System.out.printf("step %d of %d, loss %.3f, %.0f pictures/s%n", step + 1, steps, score / 50,
						(step + 1) * BATCH / seconds);
				score = 0;
			}
		}
		next.join();
		var plain = new MultiLayerNetwork(architecture.plain(seed));
		plain.init();
		for (var layer : network.getLayers()) {
			if (layer instanceof FastConvolution.Runtime convolution) {
				convolution.fold();
			}
		}
		plain.setParams(network.params());
		ModelSerializer.writeModel(plain, file, false);
		System.out.printf("Wrote %s (%d parameters, %d bytes) after %.0f s.%n", file, plain.numParams(), file.length(),
				(System.nanoTime() - start) / 1e9);
	}

	/** Learning rate: a short rise from nothing, then half a cosine down to nothing. */
	private static double rate(int step, int steps) {
		var warm = Math.min(1, (step + 1) / 100.0);
		return 1.2e-3 * warm * (0.505 + 0.495 * Math.cos(Math.PI * step / steps));
	}

	private CompletableFuture<Batch> prepare(Drawings set, Order order, int step) {
		var picks = new int[BATCH];
		for (var k = 0; k < BATCH; k++) {
			picks[k] = order.next();
		}
		return CompletableFuture.supplyAsync(() -> {
			var augmentation = new Augmentation();
			var classes = Species.values().length;
			var size = 3 * Drawings.SIDE * Drawings.SIDE;
			var pictures = new float[BATCH * size];
			var targets = new float[BATCH * classes];
			for (var k = 0; k < BATCH; k++) {
				augmentation.apply(set.pixels(picks[k]), pictures, k * size,
						new Chance(Chance.mix(seed, 1_000_000L + (long) step * BATCH + k)));
				for (var c = 0; c < classes; c++) {
					targets[k * classes + c] = c == Drawings.label(picks[k]) ? TARGET : (1 - TARGET) / (classes - 1);
				}
			}
			return new Batch(pictures, targets);
		});
	}

	/** All drawings in a random order, then all in another. */
	private static final class Order {
		private final int[] order;
		private final Chance chance;
		private int position;

		Order(int count, long seed) {
			order = new int[count];
			for (var i = 0; i < count; i++) {
				order[i] = i;
			}
			chance = new Chance(seed);
			position = count;
		}

		int next() {
			if (position == order.length) {
				for (var i = order.length - 1; i > 0; i--) {
					var j = chance.integer(0, i);
					var kept = order[i];
					order[i] = order[j];
					order[j] = kept;
				}
				position = 0;
			}
			return order[position++];
		}
	}
}
