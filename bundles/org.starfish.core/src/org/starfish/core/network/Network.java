// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.Identity;
import org.starfish.core.network.operation.Input;
import org.starfish.core.network.operation.Operation;
import org.starfish.core.network.operation.Reshape;
import org.starfish.core.network.operation.Softmax;

/**
 * A loaded model: a directed acyclic graph of named {@link Layer layers} with one input, whatever format it came in.
 * Immutable. Layers are listed in an order in which each comes after those it reads.
 */
public final class Network {
	private final Path file;
	private final String format;
	private final List<Layer> layers;
	private final Map<String, Layer> byName;
	private final List<String> outputs;
	private final Map<String, String> details;

	private Network(Path file, String format, List<Layer> layers, Map<String, Layer> byName, List<String> outputs,
			Map<String, String> details) {
		this.file = file;
		this.format = format;
		this.layers = List.copyOf(layers);
		this.byName = byName;
		this.outputs = List.copyOf(outputs);
		this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
	}

	/** The file this network was read from. */
	public Path file() {
		return file;
	}

	/** The format of that file, for the user's eyes, as in {@code ONNX (opset 13)}. */
	public String format() {
		return format;
	}

	/** What else the file says about itself, for the user's eyes, as in {@code Producer}: {@code pytorch 2.1.0}. */
	public Map<String, String> details() {
		return details;
	}

	/** All layers; the input layer is the first. */
	public List<Layer> layers() {
		return layers;
	}

	/** The names of the layers that the model declares as its outputs, at least one. */
	public List<String> outputs() {
		return outputs;
	}

	/** The layer that takes the picture. */
	public Layer input() {
		return layers.get(0);
	}

	/** The shape of one input, as the model file states it (with 224 or so chosen by the importer where it is open). */
	public Shape inputShape() {
		return input().shape();
	}

	/** The layer whose name is, or is an alias for, {@code name}. */
	public Optional<Layer> find(String name) {
		return Optional.ofNullable(byName.get(name));
	}

	/**
	 * The layer whose name is, or is an alias for, {@code name}.
	 *
	 * @throws StarfishException if there is none; it lists the nearest names
	 */
	public Layer layer(String name) throws StarfishException {
		Layer layer = byName.get(name);
		if (layer == null) {
			throw new StarfishException("Layer '%s' is not in %s. It has: %s.".formatted(name, file.getFileName(),
					NearestNames.of(name, byName.keySet())));
		}
		return layer;
	}

	/**
	 * The layer that holds the values before the softmax that {@code layer} applies, looking through layers that only
	 * reshape.
	 *
	 * @return empty if {@code layer} is no softmax
	 */
	public Optional<Layer> preSoftmax(Layer layer) {
		Layer current = layer;
		while (current.operation() instanceof Reshape || current.operation() instanceof Identity) {
			current = byName.get(current.inputs().get(0));
		}
		if (current.operation() instanceof Softmax) {
			return Optional.of(byName.get(current.inputs().get(0)));
		}
		return Optional.empty();
	}

	/** The layers that must run for {@code targets} to be known, in running order. */
	public List<Layer> needed(Collection<Layer> targets) {
		Set<Layer> needed = new LinkedHashSet<>();
		var open = new ArrayDeque<>(targets);
		while (!open.isEmpty()) {
			Layer layer = open.pop();
			if (needed.add(layer)) {
				layer.inputs().forEach(input -> open.push(byName.get(input)));
			}
		}
		return layers.stream().filter(needed::contains).toList();
	}

	/**
	 * What the given layers, in running order, answer to an input of another shape.
	 *
	 * @param input the shape of one example
	 * @param needed as {@link #needed} gives it
	 * @throws StarfishException if a layer cannot take it, as a dense layer cannot; names that layer
	 */
	public Map<String, Shape> shapes(Shape input, List<Layer> needed) throws StarfishException {
		Map<String, Shape> shapes = new LinkedHashMap<>();
		for (Layer layer : needed) {
			if (layer.operation() instanceof Input) {
				shapes.put(layer.name(), input);
			} else {
				List<Shape> inputs = layer.inputs().stream().map(shapes::get).toList();
				shapes.put(layer.name(), infer(layer.name(), layer.operation(), inputs, file));
			}
		}
		return shapes;
	}

	/** The number of trained parameters of all layers. */
	public long parameters() {
		return layers.stream().mapToLong(layer -> layer.operation().parameters()).sum();
	}

	/** Floating point operations of one layer for one example; a multiply-add counts as two. */
	public long flops(Layer layer) {
		return layer.operation().flops(layer.inputs().stream().map(name -> byName.get(name).shape()).toList(),
				layer.shape());
	}

	private static Shape infer(String name, Operation operation, List<Shape> inputs, Path file)
			throws StarfishException {
		try {
			Shape shape = operation.outputShape(inputs);
			if (shape.size() > Integer.MAX_VALUE) {
				throw new StarfishException("its output %s is too large".formatted(shape));
			}
			return shape;
		} catch (StarfishException | IllegalArgumentException e) {
			throw misfit(name, operation, inputs, file, e.getMessage(), e);
		} catch (ArithmeticException | IndexOutOfBoundsException e) {
			throw misfit(name, operation, inputs, file, "its settings are impossible, so the file is damaged", e);
		}
	}

	private static StarfishException misfit(String name, Operation operation, List<Shape> inputs, Path file,
			String reason, Exception cause) {
		return new StarfishException("Layer '%s' (%s) of %s cannot take an input of shape %s: %s.".formatted(name,
				operation.kind(), file.getFileName(), inputs, reason), cause);
	}

	/** Collects the layers of a network in running order and works out their shapes. */
	public static final class Builder {
		private static final int LONGEST_DETAIL = 200;
		private final Path file;
		private final List<Layer> layers = new ArrayList<>();
		private final Map<String, Layer> byName = new LinkedHashMap<>();
		private final Map<String, String> details = new LinkedHashMap<>();

		/**
		 * @param file where the model comes from, for messages
		 */
		public Builder(Path file) {
			this.file = file;
		}

		/**
		 * Adds the input. Must come first, once.
		 *
		 * @param shape the shape of one example
		 */
		public Layer input(String name, Shape shape, String... aliases) throws StarfishException {
			if (!layers.isEmpty()) {
				throw new StarfishException("%s has more than one input; only networks with one can be opened."
						.formatted(file.getFileName()));
			}
			return put(new Layer(name, List.of(aliases), new Input(), List.of(), shape));
		}

		/**
		 * Adds a layer.
		 *
		 * @param inputs names or aliases of layers added before
		 * @return the layer, with its shape
		 * @throws StarfishException if an input is missing, the name is taken, or the shapes do not fit
		 */
		public Layer add(String name, List<String> aliases, Operation operation, List<String> inputs)
				throws StarfishException {
			List<Layer> sources = new ArrayList<>();
			for (String input : inputs) {
				Layer source = byName.get(input);
				if (source == null) {
					throw new StarfishException("Layer '%s' (%s) of %s reads '%s', which the file does not hold."
							.formatted(name, operation.kind(), file.getFileName(), input));
				}
				sources.add(source);
			}
			Shape shape = infer(name, operation, sources.stream().map(Layer::shape).toList(), file);
			return put(new Layer(name, aliases, operation, sources.stream().map(Layer::name).toList(), shape));
		}

		/** Adds a layer without aliases. */
		public Layer add(String name, Operation operation, String... inputs) throws StarfishException {
			return add(name, List.of(), operation, List.of(inputs));
		}

		/**
		 * Notes something that the file says about itself.
		 *
		 * @param name of the detail, for the user's eyes
		 * @param value as the file has it; control characters and what is beyond one line are left out, and an empty one
		 *        altogether
		 */
		public void detail(String name, String value) {
			String clean = value.replaceAll("\\p{Cntrl}", " ").strip();
			if (!clean.isEmpty()) {
				details.put(name, clean.length() <= LONGEST_DETAIL ? clean : clean.substring(0, LONGEST_DETAIL) + "...");
			}
		}

		/** The layer added under this name or alias. */
		public Optional<Layer> find(String name) {
			return Optional.ofNullable(byName.get(name));
		}

		/** Whether a name or alias is taken. */
		public boolean contains(String name) {
			return byName.containsKey(name);
		}

		/**
		 * Ends the building.
		 *
		 * @param format the format, for the user's eyes
		 * @param outputs names or aliases of the layers that the model declares as its outputs
		 * @throws StarfishException if there is no layer or no such output
		 */
		public Network build(String format, List<String> outputs) throws StarfishException {
			if (layers.isEmpty()) {
				throw new StarfishException("%s holds no layers.".formatted(file.getFileName()));
			}
			List<String> names = new ArrayList<>();
			for (String output : outputs) {
				Layer layer = byName.get(output);
				if (layer == null) {
					throw new StarfishException("%s declares the output '%s', which no layer computes."
							.formatted(file.getFileName(), output));
				}
				names.add(layer.name());
			}
			if (names.isEmpty()) {
				throw new StarfishException("%s declares no output.".formatted(file.getFileName()));
			}
			return new Network(file, format, layers, Collections.unmodifiableMap(new LinkedHashMap<>(byName)), names,
					details);
		}

		private Layer put(Layer layer) throws StarfishException {
			if (byName.containsKey(layer.name())) {
				throw new StarfishException("%s holds two layers named '%s'.".formatted(file.getFileName(), layer.name()));
			}
			layers.add(layer);
			byName.put(layer.name(), layer);
			layer.aliases().forEach(alias -> byName.putIfAbsent(alias, layer));
			return layer;
		}
	}
}
