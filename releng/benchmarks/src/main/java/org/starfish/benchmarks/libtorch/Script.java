// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.starfish.benchmarks.contest.Contender.Exercise;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A workload as a TorchScript module in one form. Input and seed lie in libtorch's memory already, and the answer stays there: nothing is
 * copied from or to Java in a step.
 */
final class Script implements Exercise {
	private final Form form;
	private final boolean gradient;
	private final NDManager manager;
	private final PtSymbolBlock module;
	private final NDList arguments;
	private NDArray answer;

	Script(Form form, Network network, Workload workload) throws StarfishException, IOException {
		this.form = form;
		gradient = workload.gradient();
		Layer target = workload.target(network);
		Shape shape = workload.input(network);
		Path file = Files.createTempFile("starfish-bench-", ".pt");
		manager = NDManager.newBaseManager("PyTorch");
		try {
			ScriptWriter.write(network, shape, workload.batch(), target, form, file);
			module = JniUtils.loadModule((PtNDManager) manager, file, false, new String[0], new String[0], false);
			NDArray input = array(workload.subject().input(workload.batch(), shape), workload.batch(), shape);
			call("prepare", new NDList(input), true);
			arguments = new NDList(input);
			if (gradient) {
				Shape answers = network.shapes(shape, network.needed(List.of(target))).get(target.name());
				arguments.add(array(workload.seed(answers), workload.batch(), answers));
			}
			arguments.add(method(gradient ? "gradient" : "forward"));
		} catch (StarfishException | IOException | RuntimeException e) {
			manager.close();
			throw e;
		} finally {
			Files.deleteIfExists(file);
		}
	}

	private NDArray array(float[] values, int batch, Shape shape) {
		int[] stored = shape.stored();
		long[] dims = new long[stored.length + 1];
		dims[0] = batch;
		for (int i = 0; i < stored.length; i++) {
			dims[i + 1] = stored[i];
		}
		return manager.create(values, new ai.djl.ndarray.types.Shape(dims));
	}

	/** How DJL is told which method to call: by the name of an array that is left out. */
	private NDArray method(String name) {
		NDArray marker = manager.create(0f);
		marker.setName("module_method:" + name);
		return marker;
	}

	private void call(String method, NDList input, boolean gradients) {
		NDList all = new NDList(input);
		all.add(method(method));
		IValueUtils.forward(module, all, gradients).close();
	}

	@Override
	public void step() {
		if (answer != null) {
			answer.close();
		}
		JniUtils.setGradMode(gradient);
		answer = IValueUtils.forward(module, arguments, gradient).get(0);
	}

	@Override
	public float[] result() {
		return answer.toFloatArray();
	}

	@Override
	public String form() {
		return form.toString();
	}

	@Override
	public void close() {
		module.close();
		manager.close();
	}
}
