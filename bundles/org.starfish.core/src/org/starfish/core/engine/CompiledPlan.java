// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.engine.op.Op;
import org.starfish.core.engine.op.Ops;
import org.starfish.core.engine.op.Value;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Convolution;
import org.starfish.core.network.operation.Input;

/** A flat list of ops over values that are allocated once. */
final class CompiledPlan implements Plan {
	private final Network network;
	private final PlanRequest request;
	private final Map<Layer, Value> requested = new HashMap<>();
	private final List<Value> values = new ArrayList<>();
	private final List<Op> ops = new ArrayList<>();
	private final Value input;
	private boolean ran;

	CompiledPlan(Network network, PlanRequest request) throws StarfishException {
		this.network = network;
		this.request = request;
		List<Layer> needed = network.needed(request.layers());
		Map<String, Shape> shapes = network.shapes(request.inputShape(), needed);
		MemoryNeed.check(network, needed, shapes, request);
		Set<Layer> folded = foldable(needed);
		Map<String, Value> byName = new HashMap<>();
		try {
			for (Layer layer : needed) {
				if (folded.contains(layer)) {
					continue;
				}
				var value = new Value(shapes.get(layer.name()), request.batch(), request.gradient());
				values.add(value);
				byName.put(layer.name(), value);
				if (!(layer.operation() instanceof Input)) {
					ops.add(op(layer, folded, byName, value));
				}
			}
		} catch (StarfishException | RuntimeException | Error e) {
			close();
			throw e;
		}
		input = byName.get(network.input().name());
		request.layers().forEach(layer -> requested.put(layer, byName.get(layer.name())));
	}

	/** Convolutions whose output only a batch normalization reads: the two are computed as one. */
	private Set<Layer> foldable(List<Layer> needed) {
		Map<String, Integer> readers = new HashMap<>();
		needed.forEach(layer -> layer.inputs().forEach(name -> readers.merge(name, 1, Integer::sum)));
		Set<Layer> folded = new HashSet<>();
		for (Layer layer : needed) {
			if (layer.operation() instanceof BatchNormalization) {
				Layer before = network.find(layer.inputs().get(0)).orElseThrow();
				if (before.operation() instanceof Convolution && readers.get(before.name()) == 1
						&& !request.layers().contains(before)) {
					folded.add(before);
				}
			}
		}
		return folded;
	}

	private Op op(Layer layer, Set<Layer> folded, Map<String, Value> byName, Value output) throws StarfishException {
		Layer before = network.find(layer.inputs().get(0)).orElseThrow();
		if (folded.contains(before)) {
			return Ops.folded((Convolution) before.operation(), (BatchNormalization) layer.operation(),
					byName.get(before.inputs().get(0)), output);
		}
		try {
			return Ops.of(layer.operation(), layer.inputs().stream().map(byName::get).toList(), output);
		} catch (StarfishException e) {
			throw new StarfishException("Layer '%s' (%s) of %s cannot be computed: %s.".formatted(layer.name(),
					layer.kind(), network.file().getFileName(), e.getMessage()), e);
		}
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
		if (picture.length != input.data().length) {
			throw new IllegalArgumentException("%d values for an input of %d".formatted(picture.length, input.data().length));
		}
		System.arraycopy(picture, 0, input.data(), 0, picture.length);
		DeviceLock.DEVICE.run(request.priority(), () -> ops.forEach(Op::forward));
		ran = true;
	}

	@Override
	public void activation(Layer layer, float[] into) {
		float[] data = value(layer).data();
		System.arraycopy(data, 0, into, 0, data.length);
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
			for (Op op : ops.reversed()) {
				if (op.output().isReached()) {
					op.inputGradient(reluGradient);
				}
			}
		});
		System.arraycopy(input.gradientToAdd(), 0, inputGradient, 0, inputGradient.length);
	}

	@Override
	public void close() {
		ops.forEach(Op::close);
		ops.clear();
		values.clear();
	}
}
