// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.starfish.benchmarks.contest.Conditions;
import org.starfish.benchmarks.contest.Fork;
import org.starfish.benchmarks.contest.Subject;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.TileGrid;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.testkit.TestData;

/** How long it takes from an image file to the painted tiles of a layer of an open model: the first time, and again. */
public final class Activations implements Section {
	private static final List<String> LAYERS = List.of("conv2/3x3", "inception_4c/output");
	private static final String PHOTO = "images/photos/skimage_chelsea.png";
	private static final int TIMES = 5;
	private static final int AGAIN = 15;

	@Override
	public String name() {
		return "activations";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var table = new ResultTable(name(), "Activations of GoogLeNet, from the image file to the painted tiles, in ms", 1, "layer",
				"first time", "again", "read and resize", "make ready", "forward", "paint");
		for (String layer : LAYERS) {
			settings.progress().accept("Activations of " + layer);
			Map<String, double[]> times = new LinkedHashMap<>();
			for (int i = 0; i < TIMES; i++) {
				try (var fork = new Fork(Conditions.ofThreads(settings.threads()), Activations.class, Subject.GOOGLENET.file().toString(),
						TestData.folder().resolve(PHOTO).toString(), layer)) {
					int index = i;
					fork.read(Answer.class).numbers().forEach((name, time) -> times.computeIfAbsent(name, key -> new double[TIMES])[index] = time);
				}
			}
			table.row(layer, Spread.of(times.get("first")), Spread.of(times.get("again")), Spread.of(times.get("read")),
					Spread.of(times.get("compile")), Spread.of(times.get("forward")), Spread.of(times.get("paint")));
		}
		results.put(table);
	}

	/**
	 * Shows the activations of one layer again and again.
	 *
	 * @param arguments the files of the model and of the picture, and the layer
	 */
	public static void main(String[] arguments) throws StarfishException {
		Answer.reserveOutput();
		Model model = Model.read(ModelFile.of(arguments[0]), ModelImporters.builtIn(), Optional.empty(), Optional.empty(), Progress.NONE);
		Layer layer = model.network().layer(arguments[2]);
		double[][] parts = new double[AGAIN][];
		double first = sum(show(model, Path.of(arguments[1]), layer));
		for (int i = 0; i < AGAIN; i++) {
			parts[i] = show(model, Path.of(arguments[1]), layer);
		}
		new Answer(Map.of("first", first, "again", median(parts, -1), "read", median(parts, 0), "compile", median(parts, 1), "forward",
				median(parts, 2), "paint", median(parts, 3))).send();
	}

	/** The milliseconds of each part of the work. */
	private static double[] show(Model model, Path picture, Layer layer) throws StarfishException {
		double[] times = new double[5];
		times[0] = System.nanoTime();
		float[] input = model.preprocessing().toInput(ImageReader.read(picture), model.network().inputShape());
		times[1] = System.nanoTime();
		try (Plan plan = Engine.compile(model.network(), new PlanRequest(Set.of(layer), model.network().inputShape(), 1, false))) {
			times[2] = System.nanoTime();
			plan.forward(input);
			float[] values = plan.activation(layer);
			Shape shape = plan.shape(layer);
			times[3] = System.nanoTime();
			RgbImage tiles = TileGrid.draw(values, shape, Colormap.VIRIDIS, TileGrid.Range.LAYER);
			times[4] = System.nanoTime();
			if (tiles.width() == 0) {
				throw new IllegalStateException("nothing was painted");
			}
		}
		double[] parts = new double[4];
		for (int i = 0; i < parts.length; i++) {
			parts[i] = (times[i + 1] - times[i]) / 1e6;
		}
		return parts;
	}

	private static double sum(double[] parts) {
		return Arrays.stream(parts).sum();
	}

	/** The median of a part, or of the whole where the part is -1. */
	private static double median(double[][] parts, int part) {
		return Spread.of(Arrays.stream(parts).mapToDouble(one -> part < 0 ? sum(one) : one[part]).toArray()).median();
	}
}
