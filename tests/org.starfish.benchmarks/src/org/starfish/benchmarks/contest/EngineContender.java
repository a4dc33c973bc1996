// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;

/** Starfish's own engine. A step includes that the picture goes in and the gradient comes out as Java arrays. */
final class EngineContender implements Contender {
	@Override
	public String description() {
		return Engine.description();
	}

	@Override
	public Exercise prepare(Network network, Workload workload, String form) throws StarfishException {
		Layer target = workload.target(network);
		Plan plan = Engine.compile(network,
				new PlanRequest(Set.of(target), workload.input(network), workload.batch(), workload.gradient()));
		float[] input = workload.subject().input(workload.batch(), plan.inputShape());
		float[] gradient = new float[workload.gradient() ? input.length : 0];
		Map<Layer, float[]> seeds = workload.gradient() ? Map.of(target, workload.seed(plan.shape(target))) : Map.of();
		return new Exercise() {
			@Override
			public void step() throws StarfishException {
				plan.forward(input);
				if (workload.gradient()) {
					plan.gradient(seeds, ReluGradient.TRUE, gradient);
				}
			}

			@Override
			public float[] result() {
				return workload.gradient() ? gradient : plan.activation(target);
			}

			@Override
			public void close() {
				plan.close();
			}
		};
	}
}
