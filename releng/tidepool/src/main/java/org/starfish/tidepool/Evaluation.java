// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.io.File;
import java.io.IOException;

import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.factory.Nd4j;

/** Counts how many drawings that no network was trained on are recognized, class by class. */
final class Evaluation {
	private static final int BATCH = 20;

	private Evaluation() {
	}

	/** Prints the table and returns the share that is right. */
	static double run(File model, int count) throws IOException {
		var network = ModelSerializer.restoreMultiLayerNetwork(model, false);
		var set = Drawings.draw(Drawings.HELD_OUT, count);
		var classes = Species.values().length;
		var confusion = new int[classes][classes];
		var size = 3 * Drawings.SIDE * Drawings.SIDE;
		for (var start = 0; start + BATCH <= count; start += BATCH) {
			var pictures = new float[BATCH * size];
			for (var k = 0; k < BATCH; k++) {
				Augmentation.copy(set.pixels(start + k), pictures, k * size);
			}
			var input = Nd4j.createFromArray(pictures).reshape(BATCH, Drawings.SIDE, Drawings.SIDE, 3).permute(0, 3, 1, 2).dup('c');
			var answers = network.output(input).argMax(1).toIntVector();
			for (var k = 0; k < BATCH; k++) {
				confusion[Drawings.label(start + k)][answers[k]]++;
			}
		}
		return print(confusion);
	}

	private static double print(int[][] confusion) {
		var right = 0;
		var all = 0;
		for (var species : Species.values()) {
			var row = confusion[species.ordinal()];
			var sum = 0;
			var mistakes = new StringBuilder();
			for (var other : Species.values()) {
				sum += row[other.ordinal()];
				if (other != species && row[other.ordinal()] > 0) {
					mistakes.append("  ").append(other.label).append(' ').append(row[other.ordinal()]);
				}
			}
			right += row[species.ordinal()];
			all += sum;
			System.out.printf("%-13s %5.1f %%%s%n", species.label, 100.0 * row[species.ordinal()] / sum,
					mistakes.isEmpty() ? "" : "  taken for:" + mistakes);
		}
		System.out.printf("%-13s %5.2f %% of %d%n", "all", 100.0 * right / all, all);
		return (double) right / all;
	}
}
