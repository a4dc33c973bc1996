// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.nio.file.Path;
import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;

/** Makes the orders of a {@link SynthesisJob}, on its thread: to write recipes, whole model files have to be read. */
@FunctionalInterface
public interface SynthesisPreparation {
	/** Opens models. */
	@FunctionalInterface
	interface Models {
		/**
		 * Opens a model, and closes the last one unless it is the same.
		 *
		 * @throws StarfishException if it cannot be read
		 */
		Model open(Path file) throws StarfishException;
	}

	/**
	 * Makes the orders.
	 *
	 * @param models opens those that are needed; the last one stays open for what is to be drawn
	 * @return may be none
	 * @throws StarfishException if they cannot be made, after whoever wants the pictures was told so
	 */
	List<SynthesisOrder> orders(Models models) throws StarfishException;
}
