// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.onednn.OneDnn;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.Weights;
import org.starfish.core.network.operation.Dense;

/** A program that uses the core as a library: it prints what a network of one dense layer answers. */
final class PlainProgram {

	private PlainProgram() {
	}

	/** @param arguments {@code nd4j} to do without oneDNN */
	public static void main(String[] arguments) throws StarfishException {
		if (List.of(arguments).contains("nd4j")) {
			System.setProperty(OneDnn.PROPERTY, "off");
		}
		var builder = new Network.Builder(Path.of("plain"));
		builder.input("input", Shape.vector(2));
		var dense = new Dense(Weights.of(new int[] { 2, 2 }, 1, 3, 2, 4), Optional.empty());
		Layer answer = builder.add("dense", dense, "input");
		Network network = builder.build("none", List.of("dense"));
		try (Plan plan = Engine.compile(network, new PlanRequest(Set.of(answer), network.inputShape(), 1, false))) {
			plan.forward(new float[] { 1, 2 });
			System.out.print("variant: " + Engine.variant() + "\n");
			System.out.print("OSGi: " + (osgi() ? "yes" : "no") + "\n");
			System.out.print("answer: " + Arrays.toString(plan.activation(answer)) + "\n");
		}
	}

	private static boolean osgi() {
		try {
			Class.forName("org.osgi.framework.Bundle");
			return true;
		} catch (ClassNotFoundException e) {
			return false;
		}
	}
}
