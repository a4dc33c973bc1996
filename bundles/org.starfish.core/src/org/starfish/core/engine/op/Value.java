// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.network.Shape;

/** What a layer answers in a plan, and the gradient with respect to it: {@code [batch, ...shape.stored()]}. */
public final class Value {
	private final Shape shape;
	private final int batch;
	private final float[] data;
	private final float[] gradient;
	private boolean reached;

	/**
	 * @param shape of one example
	 * @param batch number of examples
	 * @param differentiable whether there is a gradient
	 */
	public Value(Shape shape, int batch, boolean differentiable) {
		this.shape = shape;
		this.batch = batch;
		this.data = new float[Math.toIntExact(Math.multiplyExact(shape.size(), batch))];
		this.gradient = differentiable ? new float[data.length] : new float[0];
	}

	public Shape shape() {
		return shape;
	}

	public int batch() {
		return batch;
	}

	/** Elements of one example. */
	public int size() {
		return data.length / batch;
	}

	/** The activation. */
	public float[] data() {
		return data;
	}

	/**
	 * The gradient collected so far, which means something only if it {@link #isReached}; empty in a plan without gradient.
	 */
	public float[] gradient() {
		return gradient;
	}

	/** Whether a gradient came back to this value since {@link #clearGradient}. */
	public boolean isReached() {
		return reached;
	}

	/** Forgets the gradient. */
	public void clearGradient() {
		reached = false;
	}

	/** The gradient, to add to. */
	public float[] gradientToAdd() {
		if (!reached) {
			Arrays.fill(gradient, 0);
		}
		reached = true;
		return gradient;
	}

	/** The gradient, to be written as a whole by the first that has something to say, see {@link #isReached}. */
	float[] gradientToWrite() {
		reached = true;
		return gradient;
	}
}
