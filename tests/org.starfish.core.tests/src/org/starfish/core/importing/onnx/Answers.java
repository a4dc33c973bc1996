// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.StoredOrder;

/** What a network answers, in the order of its file. */
final class Answers {
	private Answers() {
	}

	/** What the network's first output answers to one example. */
	static float[] of(Network network, float... input) throws StarfishException {
		return of(network, network.outputs().get(0), input);
	}

	/** What a layer answers to as many examples as the input holds. */
	static float[] of(Network network, String name, float... input) throws StarfishException {
		Layer layer = network.layer(name);
		int batch = (int) (input.length / network.inputShape().size());
		var request = new PlanRequest(Set.of(layer), network.inputShape(), batch, false);
		try (Plan plan = Engine.compile(network, request)) {
			plan.forward(StoredOrder.of(input, network.inputShape()));
			return StoredOrder.toFile(plan.activation(layer), plan.shape(layer));
		}
	}

	/** Asserts that the norm of the difference is small against the norm of what is expected. */
	static void assertClose(float[] expected, float[] actual, double tolerance) {
		assertEquals(expected.length, actual.length, "number of values");
		double difference = 0;
		double norm = 0;
		for (int i = 0; i < expected.length; i++) {
			difference += Math.pow(expected[i] - actual[i], 2);
			norm += Math.pow(expected[i], 2);
		}
		double relative = Math.sqrt(difference / norm);
		assertTrue(relative < tolerance, () -> "relative error " + relative);
	}
}
