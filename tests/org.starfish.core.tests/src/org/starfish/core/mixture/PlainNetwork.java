// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.mixture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Activation;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Dense;
import org.starfish.core.network.operation.Padding;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * A network whose answers can be worked out by hand, for pictures of 2 x 2 pixels. The channels of {@code relu1} are a tenth of red, a
 * tenth of green, and always 100. {@code relu2} has the first two exchanged and nothing in the third. {@code fc6} holds the sum of green
 * over the positions, a tenth of it, in unit 1 and that of red in unit 2; {@code fc7} has green in unit 2 and red in unit 0.
 */
final class PlainNetwork {
	private PlainNetwork() {
	}

	static Model model() throws StarfishException {
		var builder = new Network.Builder(Path.of("plain.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 2, 2, 3));
		builder.add("conv1", mix(new float[] { 0.1f, 0, 0, 0, 0.1f, 0, 0, 0, 0 }, 0, 0, 100), "data");
		builder.add("relu1", new Activation(Activation.Function.RELU), "conv1");
		builder.add("conv2", mix(new float[] { 0, 1, 0, 1, 0, 0, 0, 0, 0 }, 0, 0, 0), "relu1");
		builder.add("relu2", new Activation(Activation.Function.RELU), "conv2");
		builder.add("flat", Reshape.flatten(), "relu2");
		float[] sums = new float[12 * 3];
		for (int position = 0; position < 4; position++) {
			sums[position * 3 + 1] = 1;
			sums[(4 + position) * 3 + 2] = 1;
		}
		builder.add("fc6", new Dense(Weights.of(new int[] { 12, 3 }, sums), Optional.empty()), "flat");
		builder.add("fc7", new Dense(Weights.of(new int[] { 3, 3 }, 0, 0, 0, 0, 0, 1, 1, 0, 0), Optional.empty()), "fc6");
		return new Model(new ModelFile("plain.onnx", Path.of("plain.onnx")), builder.build("test", List.of("fc7")),
				Preprocessing.RAW, "", false, Optional.empty());
	}

	static List<Layer> layers(Model model, String... names) throws StarfishException {
		List<Layer> layers = new ArrayList<>();
		for (String name : names) {
			layers.add(model.network().layer(name));
		}
		return layers;
	}

	private static Convolution mix(float[] weights, float... bias) {
		return new Convolution(Weights.of(new int[] { 1, 1, 3, 3 }, weights),
				Optional.of(Weights.of(new int[] { 3 }, bias)), new int[] { 1, 1 }, new int[] { 1, 1 },
				Padding.none(2), 1);
	}

	/** Writes a picture of 2 x 2 pixels as PNG. */
	static Path picture(Path file, int... rgb) throws IOException {
		var image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
		for (int at = 0; at < 4; at++) {
			image.setRGB(at % 2, at / 2, rgb[at % rgb.length]);
		}
		ImageIO.write(image, "png", file.toFile());
		return file;
	}
}
