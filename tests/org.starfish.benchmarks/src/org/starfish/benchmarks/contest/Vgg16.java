// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Pooling;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

/** A network of the shape of VGG16 (Simonyan and Zisserman 2014) with random weights, the same ones each time. */
final class Vgg16 {
	/** Channels and convolutions of each block. */
	private static final int[][] BLOCKS = { { 64, 2 }, { 128, 2 }, { 256, 3 }, { 512, 3 }, { 512, 3 } };
	private static final int SIDE = 224;
	private static final int HIDDEN = 4096;
	private static final int CLASSES = 1000;

	private final SplittableRandom random = new SplittableRandom(16);
	private final Network.Builder builder = new Network.Builder(Path.of("vgg16"));
	private String last = "data";

	private Vgg16() {
	}

	static Network network() throws StarfishException {
		return new Vgg16().build();
	}

	private Network build() throws StarfishException {
		builder.input(last, Shape.image(ChannelOrder.FIRST, SIDE, SIDE, 3));
		int channels = 3;
		for (int block = 0; block < BLOCKS.length; block++) {
			for (int i = 0; i < BLOCKS[block][1]; i++) {
				convolution((block + 1) + "_" + (i + 1), channels, BLOCKS[block][0]);
				channels = BLOCKS[block][0];
			}
			int[] two = { 2, 2 };
			add("pool" + (block + 1), new Pooling(Pooling.Function.MAXIMUM, two, two, new int[] { 1, 1 }, Padding.none(2), false,
					false, 0));
		}
		add("flatten", Reshape.flatten());
		int positions = SIDE >> BLOCKS.length;
		dense("6", channels * positions * positions, HIDDEN);
		add("relu6", new Activation(Activation.Function.RELU));
		dense("7", HIDDEN, HIDDEN);
		add("relu7", new Activation(Activation.Function.RELU));
		dense("8", HIDDEN, CLASSES);
		add("prob", new Softmax(0, false));
		return builder.build("random weights", List.of("prob"));
	}

	private void convolution(String number, int in, int out) throws StarfishException {
		int[] one = { 1, 1 };
		add("conv" + number, new Convolution(weights(9 * in, 3, 3, in, out), Optional.of(bias(out)), one, one,
				Padding.explicit(one, one), 1));
		add("relu" + number, new Activation(Activation.Function.RELU));
	}

	private void dense(String number, int in, int out) throws StarfishException {
		add("fc" + number, new Dense(weights(in, in, out), Optional.of(bias(out))));
	}

	private void add(String name, Operation operation) throws StarfishException {
		builder.add(name, operation, last);
		last = name;
	}

	/** Uniform, of variance 2 / fanIn, so that activations neither fade nor grow. (He et al. 2015) */
	private Weights weights(int fanIn, int... shape) {
		int count = 1;
		for (int size : shape) {
			count *= size;
		}
		return Weights.of(shape, uniform(count, Math.sqrt(6.0 / fanIn)));
	}

	private Weights bias(int count) {
		return Weights.of(new int[] { count }, uniform(count, 0.1));
	}

	private float[] uniform(int count, double bound) {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			values[i] = (float) random.nextDouble(-bound, bound);
		}
		return values;
	}
}
