// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Arrays;

import org.starfish.core.network.Shape;

/** What a layer answers in a plan, and the gradient with respect to it: {@code [batch, ...shape.stored()]}. */
public final class Value implements AutoCloseable {
	private final Shape shape;
	private final int batch;
	private final boolean differentiable;
	private final Tensor activation;
	private final Tensor gradient;
	private boolean reached;

	/**
	 * @param shape of one example
	 * @param batch number of examples
	 * @param differentiable whether there is a gradient
	 */
	public Value(Shape shape, int batch, boolean differentiable) {
		this.shape = shape;
		this.batch = batch;
		this.differentiable = differentiable;
		activation = new Tensor(shape, batch);
		gradient = new Tensor(shape, batch);
	}

	public Shape shape() {
		return shape;
	}

	public int batch() {
		return batch;
	}

	/** Elements of one example. */
	public int size() {
		return length() / batch;
	}

	/** Elements of all examples. */
	public int length() {
		return activation.length();
	}

	public boolean isDifferentiable() {
		return differentiable;
	}

	/** The activation, to read. */
	public float[] data() {
		return activation.read();
	}

	/** The activation, to be written as a whole. */
	public float[] dataToWrite() {
		return activation.write();
	}

	/** The activation, to read and change. */
	float[] dataToChange() {
		return activation.update();
	}

	/** The gradient collected so far, which means something only if it {@link #isReached}. */
	public float[] gradient() {
		return gradient.read();
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
		if (reached) {
			return gradient.update();
		}
		float[] values = gradientToWrite();
		Arrays.fill(values, 0);
		return values;
	}

	/** The gradient, to be written as a whole by the first that has something to say, see {@link #isReached}. */
	float[] gradientToWrite() {
		reached = true;
		return gradient.write();
	}

	/** The activation, wherever it is. */
	Tensor activationTensor() {
		return activation;
	}

	/** The gradient, wherever it is; who writes it says so by {@link #reach}. */
	Tensor gradientTensor() {
		return gradient;
	}

	/** Says that a gradient came back. */
	void reach() {
		reached = true;
	}

	@Override
	public void close() {
		activation.close();
		gradient.close();
	}
}
