// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.starfish.benchmarks.contest.Conditions;
import org.starfish.benchmarks.contest.Fork;
import org.starfish.benchmarks.report.ResultFile;
import org.starfish.benchmarks.report.ResultTable;
import org.starfish.benchmarks.report.Spread;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFile;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.ReceptiveField;
import org.starfish.testkit.TestData;

/** How long it takes from a virtual machine that has just started to the table of a model's layers. */
public final class Opening implements Section {
	private static final List<String> MODELS = List.of("googlenet.onnx", "mobilenet_v1_0.25_224.h5", "resnet20_cifar10.onnx",
			"fer2013_mini_XCEPTION.keras", "lenet_mnist.dl4j.zip");
	private static final int TIMES = 7;

	@Override
	public String name() {
		return "opening";
	}

	@Override
	public void run(Settings settings, ResultFile results) throws StarfishException, IOException {
		var table = new ResultTable(name(), "Opening a model, from the start of the program to the table of its layers", 1, "model",
				"layers", "time, ms");
		for (String model : MODELS) {
			settings.progress().accept("Opening " + model);
			double[] times = new double[TIMES];
			int layers = 0;
			for (int i = 0; i < TIMES; i++) {
				try (var fork = new Fork(Conditions.ofThreads(settings.threads()), Opening.class,
						TestData.folder().resolve("models").resolve(model).toString())) {
					Map<String, Double> numbers = fork.read(Answer.class).numbers();
					times[i] = numbers.get("milliseconds");
					layers = numbers.get("layers").intValue();
				}
			}
			table.row(model, layers, Spread.of(times));
		}
		results.put(table);
	}

	/**
	 * Opens one model and tells how long it took.
	 *
	 * @param arguments the model's file
	 */
	public static void main(String[] arguments) throws StarfishException {
		long start = System.nanoTime();
		Answer.reserveOutput();
		Model model = Model.read(ModelFile.of(Path.of(arguments[0]).toString()), ModelImporters.builtIn(), Optional.empty(),
				Optional.empty(), Progress.NONE);
		Network network = model.network();
		Map<Layer, ReceptiveField> fields = ReceptiveField.of(network);
		var text = new StringBuilder();
		for (Layer layer : network.layers()) {
			text.append(layer.name()).append(layer.kind()).append(layer.shape()).append(layer.operation().parameters())
					.append(network.flops(layer)).append(fields.get(layer)).append('\n');
		}
		double milliseconds = (System.nanoTime() - start) / 1e6;
		new Answer(Map.of("milliseconds", milliseconds, "layers", (double) network.layers().size(), "characters", (double) text.length()))
				.send();
	}
}
