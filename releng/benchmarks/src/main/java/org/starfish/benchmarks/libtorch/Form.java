// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

/** The ways in which libtorch can be asked to compute the same network. Which one is fastest depends on the network. */
enum Form {
	/** Tensors and weights in PyTorch's own order, channels first. */
	CONTIGUOUS("contiguous", true),
	/** Tensors and weights with the channels last. */
	CHANNELS_LAST("channels last", true),
	/** Tensors in oneDNN's own layouts and weights reordered once, as {@code torch.jit.optimize_for_inference} does it. */
	MKLDNN("mkldnn tensors", false),
	/**
	 * Channels last, weights reordered once, and convolutions that apply bias and activation themselves, as
	 * {@code torch.compile} does it on a CPU.
	 */
	FUSED("fused", false);

	private final String title;
	private final boolean differentiable;

	Form(String title, boolean differentiable) {
		this.title = title;
		this.differentiable = differentiable;
	}

	/** Whether libtorch can compute the gradient with respect to the input. */
	boolean isDifferentiable() {
		return differentiable;
	}

	@Override
	public String toString() {
		return title;
	}
}
