// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporter;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Padding;

/** Takes every file for a small network, and reads it only as far as the test lets it. */
public final class StepwiseImporter implements ModelImporter {
	/** How many files were begun. */
	public final AtomicInteger reads = new AtomicInteger();
	/** Counted down when a reading has begun. */
	public final CountDownLatch begun = new CountDownLatch(1);
	/** Readings end when this is at zero. */
	private final CountDownLatch mayEnd;

	/** One that reads without waiting. */
	public StepwiseImporter() {
		this(new CountDownLatch(0));
	}

	/** One that reads slowly. */
	public StepwiseImporter(CountDownLatch mayEnd) {
		this.mayEnd = mayEnd;
	}

	@Override
	public String format() {
		return "test";
	}

	@Override
	public boolean matches(Path file, byte[] head) {
		return true;
	}

	@Override
	public Network read(Path file, Progress progress) throws StarfishException {
		reads.incrementAndGet();
		begun.countDown();
		while (mayEnd.getCount() > 0) {
			progress.report("Reading slowly", 0.25);
			Thread.onSpinWait();
		}
		progress.report("Reading slowly", 1);
		var builder = new Network.Builder(file);
		builder.input("data", Shape.image(ChannelOrder.LAST, 8, 6, 3));
		float[] weights = new float[3 * 3 * 3 * 4];
		var random = new Random(1);
		for (int i = 0; i < weights.length; i++) {
			weights[i] = random.nextFloat() - 0.5f;
		}
		builder.add("conv", new Convolution(Weights.of(new int[] { 3, 3, 3, 4 }, weights), Optional.empty(),
				new int[] { 1, 1 }, new int[] { 1, 1 }, Padding.none(2), 1), "data");
		builder.add("relu", new Activation(Activation.Function.RELU), "conv");
		return builder.build("test", List.of("relu"));
	}
}
