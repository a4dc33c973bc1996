// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.Delegated;

/**
 * One layer, computed by the library that the model came from. Pictures are {@code [batch, c, h, w]}, sequences
 * {@code [batch, c, l]}, vectors {@code [batch, n]}, whatever the file's own order is. Not for use by several threads at
 * once.
 */
public interface DelegatedComputation extends AutoCloseable {
	/** Something that can be computed so; implemented by {@link Delegated} operations. */
	@FunctionalInterface
	interface Source {
		/**
		 * Makes the layer ready to run.
		 *
		 * @throws StarfishException if the library refuses; the message is only the reason
		 */
		DelegatedComputation open() throws StarfishException;
	}

	/**
	 * What the layer answers.
	 *
	 * @param input left unchanged
	 * @return an array of the caller's
	 */
	INDArray activate(INDArray input);

	/**
	 * The gradient with respect to the input of the last {@link #activate}.
	 *
	 * @param outputGradient with respect to what it answered; left unchanged
	 * @return an array of the caller's
	 */
	INDArray inputGradient(INDArray outputGradient);

	/** Frees the layer's arrays. */
	@Override
	void close();
}
