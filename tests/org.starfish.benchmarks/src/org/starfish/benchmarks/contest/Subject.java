// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.testkit.TestData;

/** The networks that are computed. */
public enum Subject {
	/** Large convolutions and dense layers. Random weights; the same ones for all contestants. */
	VGG16("VGG16", "", "relu4_2", 100, 1),
	/** Many small convolutions. */
	GOOGLENET("GoogLeNet", "googlenet.onnx", "inception_4c/output", 200, 60),
	/** Depthwise convolutions, and little to do in each layer. */
	MOBILENET("MobileNet 0.25", "mobilenet_v1_0.25_224.h5", "conv_pw_9_relu", 64, 0.5f);

	/** The class whose unit is maximized: starfish, where the classes are those of ImageNet. */
	static final int CLASS = 327;

	private final String title;
	private final String file;
	private final String middle;
	private final int channel;
	private final float spread;

	Subject(String title, String file, String middle, int channel, float spread) {
		this.title = title;
		this.file = file;
		this.middle = middle;
		this.channel = channel;
		this.spread = spread;
	}

	/** What people call it. */
	public String title() {
		return title;
	}

	/** What it is called on the command line. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The layer that stands for those in the middle. */
	public String middle() {
		return middle;
	}

	/** The channel of the middle layer that is maximized. */
	int channel() {
		return channel;
	}

	/** The file it comes from. */
	public Path file() {
		return TestData.folder().resolve("models").resolve(file);
	}

	/** Whether it comes from a file. */
	public boolean isFile() {
		return !file.isEmpty();
	}

	/** Reads or makes the network. */
	public Network open() throws StarfishException {
		return isFile() ? ModelImporters.builtIn().read(file(), Progress.NONE) : Vgg16.network();
	}

	/**
	 * Noise of about the range that the network was trained on.
	 *
	 * @param input the shape of one example
	 * @return {@code [batch, h, w, c]}
	 */
	public float[] input(int batch, Shape input) {
		var random = new Random(1);
		float[] values = new float[Math.toIntExact(batch * input.size())];
		for (int i = 0; i < values.length; i++) {
			values[i] = spread * (float) random.nextGaussian();
		}
		return values;
	}
}
