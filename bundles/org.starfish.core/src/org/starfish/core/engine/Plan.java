// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/**
 * The part of a network that some layers need, made ready to run for one input shape and batch size. All arrays are
 * allocated once; running allocates nothing.
 * <p>
 * Values cross this interface as {@code float[]} in C order, channels last, the batch first: a picture is
 * {@code [batch, h, w, c]}, see {@link Shape#stored()}. Not for use by several threads at once.
 */
public interface Plan extends AutoCloseable {
	Network network();

	int batch();

	/** The shape of one input that this plan was made for. */
	Shape inputShape();

	/**
	 * The shape that a requested layer answers with in this plan.
	 *
	 * @throws IllegalArgumentException if the layer was not requested
	 */
	Shape shape(Layer layer);

	/**
	 * Runs the needed part of the network.
	 *
	 * @param input {@code [batch, ...inputShape().stored()]}
	 * @throws StarfishException if the device fails, as for want of memory
	 */
	void forward(float[] input) throws StarfishException;

	/**
	 * Copies what a requested layer answered to the last {@link #forward}.
	 *
	 * @param into {@code [batch, ...shape(layer).stored()]}, filled
	 */
	void activation(Layer layer, float[] into);

	/** What a requested layer answered to the last {@link #forward}, in a new array. */
	default float[] activation(Layer layer) {
		float[] values = new float[Math.toIntExact(batch() * shape(layer).size())];
		activation(layer, values);
		return values;
	}

	/**
	 * The gradient of {@code sum over layers <seed, activation>} with respect to the input, at the input of the last
	 * {@link #forward}.
	 *
	 * @param seeds for some requested layers, the gradient with respect to their activation,
	 *        {@code [batch, ...shape(layer).stored()]}
	 * @param reluGradient how the gradient passes rectifiers
	 * @param inputGradient {@code [batch, ...inputShape().stored()]}, filled
	 * @throws IllegalStateException if this plan was made without gradient, or nothing ran yet
	 */
	void gradient(Map<Layer, float[]> seeds, ReluGradient reluGradient, float[] inputGradient)
			throws StarfishException;

	/**
	 * How long the layers took in the last {@link #forward} and the last {@link #gradient}, in the order in which they run
	 * forward. A layer that was computed within a later one is not listed: its time is the later one's.
	 */
	List<LayerTime> layerTimes();

	/**
	 * How long a layer took.
	 *
	 * @param forward in nanoseconds
	 * @param gradient in nanoseconds; 0 if no gradient was asked for
	 */
	record LayerTime(Layer layer, long forward, long gradient) {
	}

	/**
	 * Which kernels were chosen by trial for layers that several could compute, each rounding a little differently, by the
	 * layer's name.
	 */
	Map<String, String> kernels();

	/** Frees the arrays. */
	@Override
	void close();
}
