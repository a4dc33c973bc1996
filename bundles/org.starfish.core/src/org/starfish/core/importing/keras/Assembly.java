// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.keras.LayerConfig.Call;
import org.starfish.core.importing.keras.LayerConfig.Tensor;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.operation.Identity;

import com.google.gson.JsonObject;

/**
 * Puts the layers of a model, and those of the models within it, into one network. A layer of a model within the model
 * is named by both: {@code backbone/conv1}. The second call of a layer is named {@code layer_call2}.
 */
final class Assembly {
	private static final int MOST_CALLS = 10_000;

	private final Path file;
	private final StoredModel stored;
	private final Progress progress;
	private final Network.Builder builder;
	private final LayerMappers mappers = new LayerMappers();
	private InputShape inputShape;
	private double work;
	private int added;

	Assembly(Path file, StoredModel stored, Progress progress) {
		this.file = file;
		this.stored = stored;
		this.progress = progress;
		this.builder = new Network.Builder(file);
	}

	/** Builds the network. */
	Network network() throws StarfishException {
		ModelConfig model = new ModelParser(file).model(stored.configuration());
		inputShape = new InputShape(file, model);
		List<String> outputs = add(model, "", List.of(), stored.weights(), 1);
		builder.detail("Producer", "Keras " + stored.generation().version());
		builder.detail("Backend", stored.generation().backend());
		builder.detail("Model", model.name());
		return builder.build(stored.generation().format(), outputs);
	}

	/**
	 * @param prefix of the names of this model's layers; empty for the whole model
	 * @param inputs the layers that a model within the model reads; none for the whole model
	 * @param share of the whole work
	 * @return the layers that this model answers with
	 */
	private List<String> add(ModelConfig model, String prefix, List<String> inputs, WeightScope weights, double share)
			throws StarfishException {
		return model.sequential() ? sequential(model, prefix, inputs, weights, share)
				: functional(model, prefix, inputs, weights, share);
	}

	private List<String> sequential(ModelConfig model, String prefix, List<String> inputs, WeightScope weights,
			double share) throws StarfishException {
		List<LayerConfig> layers = model.layers();
		if (layers.isEmpty()) {
			throw new StarfishException("%s holds no layers.".formatted(file.getFileName()));
		}
		List<String> current = prefix.isEmpty() ? List.of(input(model).name()) : inputs;
		for (LayerConfig layer : layers) {
			if (InputShape.isInput(layer)) {
				continue;
			}
			current = call(layer, layers, prefix + layer.name(), current,
					new Call(List.of(), List.of(), new JsonObject()), weights, share / layers.size());
		}
		return current;
	}

	/** The input of a sequential model, which need not have a layer for it. */
	private Layer input(ModelConfig model) throws StarfishException {
		LayerConfig first = model.layers().get(0);
		if (InputShape.isInput(first)) {
			return builder.input(first.name(), inputShape.of(first));
		}
		if (first.className().equals("Merge")) {
			throw new StarfishException("%s has more than one input; only networks with one can be opened."
					.formatted(file.getFileName()));
		}
		return builder.input(first.name() + "_input", inputShape.of(model));
	}

	private List<String> functional(ModelConfig model, String prefix, List<String> inputs, WeightScope weights,
			double share) throws StarfishException {
		Map<Use, List<String>> answers = new HashMap<>();
		if (prefix.isEmpty()) {
			addInput(model, answers);
		} else {
			bindInputs(model, inputs, prefix, answers);
		}
		List<Pending> pending = new ArrayList<>();
		for (LayerConfig layer : model.layers()) {
			if (!InputShape.isInput(layer)) {
				for (int i = 0; i < layer.calls().size(); i++) {
					pending.add(new Pending(layer, i));
				}
			}
		}
		int count = Math.max(1, pending.size());
		if (count > MOST_CALLS) {
			throw tooMany();
		}
		while (!pending.isEmpty()) {
			List<Pending> waiting = new ArrayList<>();
			for (Pending next : pending) {
				Optional<List<String>> known = known(next.call().inputs(), answers);
				if (known.isPresent()) {
					String name = prefix + next.layer().name() + (next.index() == 0 ? "" : "_call" + (next.index() + 1));
					answers.put(new Use(next.layer().name(), next.index()), call(next.layer(), model.layers(), name,
							known.get(), next.call(), weights, share / count));
				} else {
					waiting.add(next);
				}
			}
			if (waiting.size() == pending.size()) {
				throw unreachable(waiting.get(0), answers);
			}
			pending = waiting;
		}
		return known(model.outputs(), answers).filter(outputs -> !outputs.isEmpty())
				.orElseThrow(() -> new StarfishException(
						"%s declares an output that no layer computes; the file may be damaged, get a fresh copy of it."
								.formatted(file.getFileName())));
	}

	private void addInput(ModelConfig model, Map<Use, List<String>> answers) throws StarfishException {
		for (LayerConfig layer : model.layers()) {
			if (InputShape.isInput(layer)) {
				Layer input = builder.input(layer.name(), inputShape.of(layer));
				answers.put(new Use(layer.name(), 0), List.of(input.name()));
			}
		}
		if (answers.isEmpty()) {
			throw new StarfishException("%s has no input layer; the file may be damaged, get a fresh copy of it."
					.formatted(file.getFileName()));
		}
	}

	private void bindInputs(ModelConfig model, List<String> inputs, String prefix, Map<Use, List<String>> answers)
			throws StarfishException {
		if (model.inputs().size() != inputs.size()) {
			throw new StarfishException("Model '%s' within %s takes %d inputs but is given %d."
					.formatted(prefix, file.getFileName(), model.inputs().size(), inputs.size()));
		}
		for (int i = 0; i < inputs.size(); i++) {
			Tensor input = model.inputs().get(i);
			answers.put(new Use(input.layer(), input.call()), List.of(inputs.get(i)));
		}
	}

	/** Adds one use of a layer, or all of a model within the model. */
	private List<String> call(LayerConfig layer, List<LayerConfig> siblings, String name, List<String> inputs,
			Call call, WeightScope weights, double share) throws StarfishException {
		if (layer.model().isEmpty()) {
			if (++added > MOST_CALLS) {
				throw tooMany();
			}
			work += share;
			progress.report("Reading", Math.min(1, work));
			mappers.map(new LayerCall(file, layer, name, inputs, call, stored.generation(), builder,
					() -> weights.arrays(layer, siblings), inputShape.order()));
			return List.of(name);
		}
		List<String> answers = add(layer.model().get(), name + "/", inputs, weights.nested(layer, siblings), share);
		if (answers.size() == 1 && !builder.contains(name)) {
			builder.add(name, new Identity("Model"), answers.get(0));
			return List.of(name);
		}
		return answers;
	}

	private static Optional<List<String>> known(List<Tensor> tensors, Map<Use, List<String>> answers) {
		List<String> names = new ArrayList<>();
		for (Tensor tensor : tensors) {
			List<String> answer = answers.get(new Use(tensor.layer(), tensor.call()));
			if (answer == null || tensor.index() < 0 || tensor.index() >= answer.size()) {
				return Optional.empty();
			}
			names.add(answer.get(tensor.index()));
		}
		return Optional.of(names);
	}

	private StarfishException tooMany() {
		return new StarfishException("%s uses its layers more than %d times, as no model does; the file is damaged."
				.formatted(file.getFileName(), MOST_CALLS));
	}

	private StarfishException unreachable(Pending layer, Map<Use, List<String>> answers) {
		String input = layer.call().inputs().stream().filter(tensor -> known(List.of(tensor), answers).isEmpty())
				.findFirst().map(Tensor::layer).orElse("?");
		return new StarfishException(
				"Layer '%s' of %s reads '%s', which is not in the file or reads this layer itself; get a fresh copy of it."
						.formatted(layer.layer().name(), file.getFileName(), input));
	}

	/** One of the calls of a layer. */
	private record Use(String layer, int call) {
	}

	/** A use of a layer that is not added yet. */
	private record Pending(LayerConfig layer, int index) {
		Call call() {
			return layer.calls().get(index);
		}
	}
}
