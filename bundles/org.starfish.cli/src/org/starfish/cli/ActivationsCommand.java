// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
import org.starfish.core.activation.ChannelStatistics;
import org.starfish.core.activation.TileGrid;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.PngWriter;
import org.starfish.core.model.Model;
import org.starfish.core.model.NetworkInput;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.npy.NpyWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a layer answers to a picture. */
@Command(name = "activations", mixinStandardHelpOptions = true, description = "Draws what every channel of a layer answers to a picture, or writes it as a tensor.")
final class ActivationsCommand implements Callable<Integer> {
	@Mixin
	private ModelOptions options;

	@Parameters(index = "1", paramLabel = "INPUT", description = "A picture, or a .npy tensor in the model's own layout.")
	private Path input;

	@Option(names = "--layer", required = true, paramLabel = "LAYER", description = "The layer, as info names it.")
	private String layerName;

	@Option(names = "--out", paramLabel = "PNG", description = "Where to draw the channels as a grid.")
	private Path grid;

	@Option(names = "--npy", paramLabel = "NPY", description = "Where to write the tensor: float32, batch included, in the model's own layout.")
	private Path tensor;

	@Option(names = "--colormap", defaultValue = "viridis", paramLabel = "NAME", description = "viridis, magma, gray or diverging; default ${DEFAULT-VALUE}.")
	private Colormap colormap;

	@Option(names = "--range", defaultValue = "layer", paramLabel = "channel|layer|symmetric", description = "What the colours span: the values of each channel, those of the layer, or as much below zero as above (symmetric); default ${DEFAULT-VALUE}.")
	private TileGrid.Range range;

	@Option(names = "--json", description = "Print the channels' statistics as JSON.")
	private boolean json;

	@Mixin
	private OutputOption output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() throws Exception {
		Optional<ResultFile> gridFile = grid == null ? Optional.empty() : Optional.of(output.at(PngWriter.checked(grid)));
		Optional<ResultFile> tensorFile = tensor == null ? Optional.empty() : Optional.of(output.at(tensor));
		Layer layer;
		Shape shape;
		float[] values;
		int batch;
		try (Terminal terminal = StarfishCommand.terminal(spec)) {
			Model model = options.open(terminal);
			layer = model.network().layer(layerName);
			List<float[]> examples = NetworkInput.read(input, model);
			batch = examples.size();
			try (Plan plan = Engine.compile(model.network(),
					new PlanRequest(Set.of(layer), model.network().inputShape(), 1, false))) {
				shape = plan.shape(layer);
				int size = (int) shape.size();
				values = new float[Math.multiplyExact(batch, size)];
				for (int i = 0; i < batch; i++) {
					plan.forward(examples.get(i));
					System.arraycopy(plan.activation(layer), 0, values, i * size, size);
				}
			}
		}
		if (tensorFile.isPresent()) {
			int[] dims = new int[shape.rank() + 1];
			dims[0] = batch;
			System.arraycopy(shape.dims(), 0, dims, 1, shape.rank());
			tensorFile.get().write(NpyWriter.encode(dims, StoredOrder.toFile(values, shape)));
		}
		float[] first = Arrays.copyOf(values, (int) shape.size());
		if (gridFile.isPresent()) {
			gridFile.get().write(PngWriter.encode(TileGrid.draw(first, shape, colormap, range)));
		}
		report(layer, shape, ChannelStatistics.of(first, shape));
		return 0;
	}

	private void report(Layer layer, Shape shape, List<ChannelStatistics> statistics) throws StarfishException {
		PrintWriter out = spec.commandLine().getOut();
		if (json) {
			Map<String, Object> facts = new LinkedHashMap<>();
			facts.put("layer", layer.name());
			facts.put("shape", shape.dims());
			facts.put("channels", statistics);
			out.println(Json.text(facts));
			return;
		}
		long dead = statistics.stream().filter(ChannelStatistics::isDead).count();
		double least = statistics.stream().mapToDouble(ChannelStatistics::minimum).min().orElse(0);
		double most = statistics.stream().mapToDouble(ChannelStatistics::maximum).max().orElse(0);
		out.printf(Locale.ROOT, "%s (%s): %s, %d channels, from %.4g to %.4g, %d silent%n", layer.name(), layer.kind(),
				shape, shape.channels(), least, most, dead);
	}
}
