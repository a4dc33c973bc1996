// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.npy.NpyReader;
import org.starfish.core.npy.NpyTensor;

/** What a network is shown: a picture, or a tensor that is taken as it is. */
public final class NetworkInput {
	private NetworkInput() {
	}

	/**
	 * Reads network input from a file.
	 *
	 * @param file a picture, which the model's preprocessing makes input of; or a {@code .npy} tensor in the model's own
	 *        layout, with or without the batch axis
	 * @return the examples, each {@code [h, w, c]}, channels last
	 * @throws StarfishException if the file cannot be read, or the tensor is not of the network's input shape
	 */
	public static List<float[]> read(Path file, Model model) throws StarfishException {
		Shape shape = model.network().inputShape();
		if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
			return List.of(model.preprocessing().toInput(ImageReader.read(file), shape));
		}
		NpyTensor tensor = NpyReader.read(file);
		int[] dims = tensor.shape();
		boolean batched = dims.length == shape.rank() + 1;
		int[] example = batched ? Arrays.copyOfRange(dims, 1, dims.length) : dims;
		if (!Arrays.equals(example, shape.dims())) {
			throw new StarfishException("%s has the shape %s, but %s takes %s.".formatted(file.getFileName(),
					Arrays.toString(dims), model.network().file().getFileName(), shape));
		}
		float[] values = StoredOrder.of(tensor.values(), shape);
		int size = (int) shape.size();
		return IntStream.range(0, values.length / size)
				.mapToObj(i -> Arrays.copyOfRange(values, i * size, (i + 1) * size)).toList();
	}
}
