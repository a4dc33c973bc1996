// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.HashMap;
import java.util.Map;

import org.starfish.core.engine.onednn.Argument;
import org.starfish.core.engine.onednn.Description;
import org.starfish.core.engine.onednn.KernelChoices;
import org.starfish.core.engine.onednn.Layout;
import org.starfish.core.engine.onednn.NativeMemory;
import org.starfish.core.engine.onednn.Primitive;
import org.starfish.core.engine.onednn.PrimitiveDescriptor;

/**
 * One of oneDNN's ways to do a convolution, or its gradient, before it is given its weights.
 *
 * @param name what it is called where choices are kept
 * @param layout of what it reads and writes
 * @param descriptor the kernel that was found
 * @param from what it reads
 * @param to what it writes
 * @param source what the kernel calls what it reads
 * @param destination what the kernel calls what it writes
 * @param biased whether it adds a number to each channel
 */
record ConvolutionMethod(String name, Layout layout, PrimitiveDescriptor descriptor, Description from, Description to,
		Argument source, Argument destination, boolean biased) {

	/** Prepares it on arrays. */
	Primitive prepare(NativeMemory read, NativeMemory weights, NativeMemory bias, NativeMemory written) {
		Map<Argument, NativeMemory> arguments = new HashMap<>();
		arguments.put(source, read);
		arguments.put(Argument.WEIGHTS, weights);
		if (biased) {
			arguments.put(Argument.BIAS, bias);
		}
		arguments.put(destination, written);
		return descriptor.prepare(arguments);
	}

	/**
	 * This way on trial.
	 *
	 * @param arriving how its input comes
	 * @param arrives the layout in which its input comes; if it is another, putting it in order is part of the trial
	 */
	KernelChoices.Candidate candidate(Description arriving, Layout arrives) {
		return new KernelChoices.Candidate(name, () -> new Trial(arrives == layout ? null : arriving));
	}

	private final class Trial implements KernelChoices.Trial {
		private final NativeMemory read = new NativeMemory(from);
		private final NativeMemory written = new NativeMemory(to);
		private final NativeMemory weights = new NativeMemory(descriptor.weights());
		private final NativeMemory bias = new NativeMemory(Description.vector(to.dim(1)));
		private final NativeMemory arrived;
		private final Primitive reorder;
		private final Primitive primitive;

		Trial(Description arriving) {
			arrived = arriving == null ? null : new NativeMemory(arriving);
			reorder = arriving == null ? null : Primitive.reorder(arrived, read);
			primitive = prepare(read, weights, bias, written);
		}

		@Override
		public void run() {
			if (reorder != null) {
				reorder.run();
			}
			primitive.run();
		}

		@Override
		public void close() {
			primitive.close();
			if (reorder != null) {
				reorder.close();
				arrived.close();
			}
			read.close();
			written.close();
			weights.close();
			bias.close();
		}
	}
}
