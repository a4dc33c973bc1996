// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.SaliencyMap;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.ReluGradient;
import org.starfish.core.image.PngWriter;
import org.starfish.core.model.Model;
import org.starfish.core.model.NetworkInput;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Unit;
import org.starfish.core.npy.NpyWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows which pixels a unit depends on. */
@Command(name = "gradient", mixinStandardHelpOptions = true, description = "Computes the gradient of a unit with respect to the input: which pixels it depends on.")
final class GradientCommand implements Callable<Integer> {
	private static final String TOP = "top";

	@Mixin
	private ModelOptions options;

	@Parameters(index = "1", paramLabel = "INPUT", description = "A picture, or a .npy tensor in the model's own layout.")
	private Path input;

	@Option(names = "--unit", required = true, paramLabel = "UNIT", description = "layer:channel, layer:channel@x,y, a class as in prob:starfish, or the word top for each input's own strongest output.")
	private String unit;

	@Option(names = "--out", paramLabel = "PNG", description = "Where to draw the gradient's strength.")
	private Path saliency;

	@Option(names = "--npy", paramLabel = "NPY", description = "Where to write the gradient: float32, batch included, in the model's own layout.")
	private Path tensor;

	@Option(names = "--json", description = "Print each input's unit, its value and the gradient's norm as JSON.")
	private boolean json;

	@Mixin
	private OutputOption output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		Optional<ResultFile> map = saliency == null ? Optional.empty() : Optional.of(output.at(PngWriter.checked(saliency)));
		Optional<ResultFile> tensorFile = tensor == null ? Optional.empty() : Optional.of(output.at(tensor));
		PrintWriter out = spec.commandLine().getOut();
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = options.open(terminal);
			Optional<Unit> wanted = unit.equals(TOP) ? Optional.empty()
					: Optional.of(UnitAddress.parse(unit).in(model.network(), model.labels()));
			var layer = wanted.isPresent() ? wanted.get().layer() : model.output();
			Shape inputShape = model.network().inputShape();
			int size = (int) inputShape.size();
			List<float[]> examples = NetworkInput.read(input, model);
			List<Map<String, Object>> facts = new ArrayList<>();
			float[] gradients = new float[Math.multiplyExact(examples.size(), size)];
			try (Plan plan = Engine.compile(model.network(), new PlanRequest(Set.of(layer), inputShape, 1, true))) {
				Shape shape = plan.shape(layer);
				float[] gradient = new float[size];
				for (int i = 0; i < examples.size(); i++) {
					plan.forward(examples.get(i));
					float[] values = plan.activation(layer);
					float[] seed = wanted.isPresent() ? seed(wanted.get(), shape) : strongest(values);
					plan.gradient(Map.of(layer, seed), ReluGradient.TRUE, gradient);
					System.arraycopy(gradient, 0, gradients, i * size, size);
					String name = wanted.map(known -> known.address().toString())
							.orElseGet(() -> layer.name() + ":" + index(seed));
					facts.add(facts(name, dot(seed, values), Math.sqrt(dot(gradient, gradient))));
				}
			}
			if (tensorFile.isPresent()) {
				int[] dims = new int[inputShape.rank() + 1];
				dims[0] = examples.size();
				System.arraycopy(inputShape.dims(), 0, dims, 1, inputShape.rank());
				tensorFile.get().write(NpyWriter.encode(dims, StoredOrder.toFile(gradients, inputShape)));
			}
			if (map.isPresent()) {
				map.get().write(PngWriter.encode(SaliencyMap.draw(Arrays.copyOf(gradients, size), inputShape)));
			}
			terminal.close();
			if (json) {
				out.println(Json.text(facts));
			} else {
				facts.forEach(fact -> out.printf(Locale.ROOT, "%s = %.6g, norm of the gradient %.6g%n", fact.get("unit"),
						fact.get("value"), fact.get("gradientNorm")));
			}
		}
		return 0;
	}

	private static Map<String, Object> facts(String unit, double value, double norm) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("unit", unit);
		facts.put("value", value);
		facts.put("gradientNorm", norm);
		return facts;
	}

	/** A channel without position stands for its mean. */
	private static float[] seed(Unit unit, Shape shape) throws StarfishException {
		float[] seed = new float[(int) shape.size()];
		int channels = shape.channels();
		if (unit.position().isPresent()) {
			var at = unit.position().get();
			seed[(at.y() * shape.width() + at.x()) * channels + unit.channel()] = 1;
		} else {
			float share = (float) channels / seed.length;
			for (int i = unit.channel(); i < seed.length; i += channels) {
				seed[i] = share;
			}
		}
		return seed;
	}

	private static float[] strongest(float[] values) {
		int best = 0;
		for (int i = 1; i < values.length; i++) {
			best = values[i] > values[best] ? i : best;
		}
		float[] seed = new float[values.length];
		seed[best] = 1;
		return seed;
	}

	private static int index(float[] seed) {
		int index = 0;
		while (seed[index] == 0) {
			index++;
		}
		return index;
	}

	private static double dot(float[] a, float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) {
			sum += (double) a[i] * b[i];
		}
		return sum;
	}
}
