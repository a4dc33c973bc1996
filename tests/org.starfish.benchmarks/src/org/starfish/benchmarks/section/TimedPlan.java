// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.util.List;
import java.util.Map;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

/**
 * A plan that adds up how long its passes take.
 *
 * @param plan that does the work
 * @param nanoseconds where to add the times: its first element
 */
record TimedPlan(Plan plan, long[] nanoseconds) implements Plan {
	@Override
	public Network network() {
		return plan.network();
	}

	@Override
	public int batch() {
		return plan.batch();
	}

	@Override
	public Shape inputShape() {
		return plan.inputShape();
	}

	@Override
	public Shape shape(Layer layer) {
		return plan.shape(layer);
	}

	@Override
	public void forward(float[] input) throws StarfishException {
		long start = System.nanoTime();
		plan.forward(input);
		nanoseconds[0] += System.nanoTime() - start;
	}

	@Override
	public void activation(Layer layer, float[] into) {
		plan.activation(layer, into);
	}

	@Override
	public void gradient(Map<Layer, float[]> seeds, ReluGradient reluGradient, float[] inputGradient) throws StarfishException {
		long start = System.nanoTime();
		plan.gradient(seeds, reluGradient, inputGradient);
		nanoseconds[0] += System.nanoTime() - start;
	}

	@Override
	public List<LayerTime> layerTimes() {
		return plan.layerTimes();
	}

	@Override
	public Map<String, String> kernels() {
		return plan.kernels();
	}

	@Override
	public void close() {
		plan.close();
	}
}
