// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/**
 * One piece of work, computed over and over: a forward pass up to a layer, or that and the gradient of one of its units or channels
 * with respect to the input.
 *
 * @param subject of which network
 * @param layer the layer's name; empty for the end of the network, which for a gradient is the layer before the softmax
 * @param gradient whether the gradient is wanted
 * @param batch examples at once
 * @param side height and width of an example; 0 for the network's own
 */
public record Workload(Subject subject, String layer, boolean gradient, int batch, int side) {
	/** To the end of a network, at its own input size. */
	public static Workload toEnd(Subject subject, boolean gradient, int batch) {
		return new Workload(subject, "", gradient, batch, 0);
	}

	/** To the middle of a network, at its own input size. */
	public static Workload toMiddle(Subject subject, boolean gradient, int batch) {
		return new Workload(subject, subject.middle(), gradient, batch, 0);
	}

	/** What is computed, for people. */
	public String title() {
		String where = layer.isEmpty() ? gradient ? "class unit" : "to the end" : gradient ? "channel of " + layer : "to " + layer;
		return (gradient ? "gradient, " : "forward, ") + where;
	}

	/** The layer whose activation is computed or differentiated. */
	public Layer target(Network network) throws StarfishException {
		if (!layer.isEmpty()) {
			return network.layer(layer);
		}
		Layer output = network.layer(network.outputs().get(0));
		return gradient ? network.preSoftmax(output).orElse(output) : output;
	}

	/** The shape of one example. */
	public Shape input(Network network) {
		Shape own = network.inputShape();
		return side == 0 ? own : own.with(new int[] { side, side }, own.channels());
	}

	/**
	 * The gradient with respect to the target's activation: one at the unit or channel in each example, else zero.
	 *
	 * @param target the target's shape
	 * @return {@code [batch, h, w, c]}, or {@code [batch, n]}
	 */
	public float[] seed(Shape target) {
		float[] seed = new float[Math.toIntExact(batch * target.size())];
		for (int i = layer.isEmpty() ? Subject.CLASS : subject.channel(); i < seed.length; i += target.channels()) {
			seed[i] = 1;
		}
		return seed;
	}
}
