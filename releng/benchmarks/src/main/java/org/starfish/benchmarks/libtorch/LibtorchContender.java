// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.io.IOException;

import org.starfish.benchmarks.contest.Contender;
import org.starfish.benchmarks.contest.Workload;
import org.starfish.core.StarfishException;
import org.starfish.core.network.Network;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/** libtorch, in whatever form is the fastest for each workload. Gradients are those of the input only. */
final class LibtorchContender implements Contender {
	private static final int TRIAL_STEPS = 3;

	private final Engine engine = Engine.getEngine("PyTorch");

	LibtorchContender() {
		JniUtils.setGraphExecutorOptimize(true);
	}

	@Override
	public String description() {
		return "libtorch %s through DJL %s, %d threads".formatted(engine.getVersion(), Engine.getDjlVersion(), JniUtils.getNumThreads());
	}

	@Override
	public Exercise prepare(Network network, Workload workload, String form) throws StarfishException, IOException {
		Script fastest = null;
		double least = Double.POSITIVE_INFINITY;
		for (Form candidate : Form.values()) {
			if (workload.gradient() && !candidate.isDifferentiable() || !form.isEmpty() && !candidate.toString().equals(form)) {
				continue;
			}
			var script = new Script(candidate, network, workload);
			double time = trial(script);
			if (time < least) {
				if (fastest != null) {
					fastest.close();
				}
				fastest = script;
				least = time;
			} else {
				script.close();
			}
		}
		return fastest;
	}

	/** The least time of a few steps, after some in which libtorch optimizes the module. */
	private static double trial(Script script) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 2 * TRIAL_STEPS; i++) {
			long start = System.nanoTime();
			script.step();
			if (i >= TRIAL_STEPS) {
				least = Math.min(least, System.nanoTime() - start);
			}
		}
		return least;
	}
}
