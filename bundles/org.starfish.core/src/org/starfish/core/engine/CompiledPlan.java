// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.onednn.KernelChoices;
import org.starfish.core.engine.op.Op;
import org.starfish.core.engine.op.Ops;
import org.starfish.core.engine.op.Value;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.Input;

/** A flat list of ops over values that are allocated once. */
final class CompiledPlan implements Plan {
	private final Network network;
	private final PlanRequest request;
	private final Map<Layer, Value> requested = new HashMap<>();
	private final List<Value> values = new ArrayList<>();
	private final List<Step> steps = new ArrayList<>();
	private final Value input;
	private boolean ran;

	CompiledPlan(Network network, PlanRequest request) throws StarfishException {
		this.network = network;
		this.request = request;
		List<Layer> needed = network.needed(request.layers());
		Map<String, Shape> shapes = network.shapes(request.inputShape(), needed);
		MemoryNeed.check(network, needed, shapes, request);
		var fusions = new Fusions(network, needed, request.layers(), shapes);
		Map<String, Value> byName = new HashMap<>();
		try {
			for (Layer layer : needed) {
				if (fusions.isInside(layer)) {
					continue;
				}
				var value = new Value(shapes.get(layer.name()), request.batch(), request.gradient());
				values.add(value);
				byName.put(layer.name(), value);
				if (!(layer.operation() instanceof Input)) {
					steps.add(step(layer, fusions, byName, value));
				}
			}
		} catch (StarfishException | RuntimeException | Error e) {
			close();
			throw e;
		}
		KernelChoices.save();
		input = byName.get(network.input().name());
		request.layers().forEach(layer -> requested.put(layer, byName.get(layer.name())));
	}

	/** An op is made in a turn of its own: to choose a kernel it may try some out on the device. */
	private Step step(Layer layer, Fusions fusions, Map<String, Value> byName, Value output) throws StarfishException {
		var made = new AtomicReference<Op>();
		var refusal = new AtomicReference<StarfishException>();
		DeviceLock.DEVICE.run(request.priority(), () -> {
			try {
				made.set(op(layer, fusions, byName, output));
			} catch (StarfishException e) {
				refusal.set(e);
			}
		});
		if (refusal.get() != null) {
			throw new StarfishException("Layer '%s' (%s) of %s cannot be computed: %s.".formatted(layer.name(),
					layer.kind(), network.file().getFileName(), refusal.get().getMessage()), refusal.get());
		}
		return new Step(layer, made.get());
	}

	private static Op op(Layer layer, Fusions fusions, Map<String, Value> byName, Value output)
			throws StarfishException {
		Optional<Fusions.Fused> fused = fusions.endingAt(layer);
		if (fused.isPresent()) {
			return Ops.fused(fused.get().fusion(), byName.get(fused.get().input()), output);
		}
		return Ops.of(layer.operation(), layer.inputs().stream().map(byName::get).toList(), output);
	}

	@Override
	public Network network() {
		return network;
	}

	@Override
	public int batch() {
		return request.batch();
	}

	@Override
	public Shape inputShape() {
		return request.inputShape();
	}

	@Override
	public Shape shape(Layer layer) {
		return value(layer).shape();
	}

	private Value value(Layer layer) {
		Value value = requested.get(layer);
		if (value == null) {
			throw new IllegalArgumentException("layer '%s' was not requested".formatted(layer.name()));
		}
		return value;
	}

	@Override
	public void forward(float[] picture) throws StarfishException {
		if (picture.length != input.length()) {
			throw new IllegalArgumentException("%d values for an input of %d".formatted(picture.length, input.length()));
		}
		System.arraycopy(picture, 0, input.dataToWrite(), 0, picture.length);
		DeviceLock.DEVICE.run(request.priority(), () -> {
			for (Step step : steps) {
				step.forward();
			}
		});
		ran = true;
	}

	@Override
	public void activation(Layer layer, float[] into) {
		Value value = value(layer);
		// To bring it to the heap may take a kernel of the device.
		DeviceLock.DEVICE.run(request.priority(), () -> System.arraycopy(value.data(), 0, into, 0, value.length()));
	}

	@Override
	public void gradient(Map<Layer, float[]> seeds, ReluGradient reluGradient, float[] inputGradient)
			throws StarfishException {
		if (!request.gradient() || !ran) {
			throw new IllegalStateException(ran ? "this plan was made without gradient" : "nothing ran yet");
		}
		values.forEach(Value::clearGradient);
		seeds.forEach((layer, seed) -> {
			float[] gradient = value(layer).gradientToAdd();
			for (int i = 0; i < gradient.length; i++) {
				gradient[i] += seed[i];
			}
		});
		DeviceLock.DEVICE.run(request.priority(), () -> {
			for (int i = steps.size() - 1; i >= 0; i--) {
				steps.get(i).inputGradient(reluGradient);
			}
			System.arraycopy(input.gradientToAdd(), 0, inputGradient, 0, inputGradient.length);
		});
	}

	@Override
	public Map<String, String> kernels() {
		Map<String, String> kernels = new TreeMap<>();
		for (Step step : steps) {
			if (!step.op.kernels().isEmpty()) {
				kernels.put(step.layer.name(), step.op.kernels());
			}
		}
		return kernels;
	}

	@Override
	public List<LayerTime> layerTimes() {
		return steps.stream().map(step -> new LayerTime(step.layer, step.forwardTime, step.gradientTime)).toList();
	}

	@Override
	public void close() {
		steps.forEach(step -> step.op.close());
		values.forEach(Value::close);
		steps.clear();
		values.clear();
	}

	/** The op that computes a layer, and those fused into it, with the times that it took last. */
	private static final class Step {
		private final Layer layer;
		private final Op op;
		private long forwardTime;
		private long gradientTime;

		Step(Layer layer, Op op) {
			this.layer = layer;
			this.op = op;
		}

		void forward() {
			long start = System.nanoTime();
			op.forward();
			forwardTime = System.nanoTime() - start;
		}

		void inputGradient(ReluGradient reluGradient) {
			long start = System.nanoTime();
			if (op.output().isReached()) {
				op.inputGradient(reluGradient);
			}
			gradientTime = System.nanoTime() - start;
		}
	}
}
