// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.starfish.core.network.Network;
import org.starfish.core.preprocessing.PreprocessingGuess;
import org.starfish.ui.OwnedJob;

/** Guesses the preprocessing of a network; looks at its weights, so it has no place on the UI thread. */
final class GuessJob extends OwnedJob {
	private final Network network;
	private final Consumer<PreprocessingGuess> guessed;

	/**
	 * @param guessed gets the guess, on this job's thread
	 */
	GuessJob(Object owner, Network network, Consumer<PreprocessingGuess> guessed) {
		super(Messages.GuessJob_name, owner);
		this.network = network;
		this.guessed = guessed;
		setSystem(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		guessed.accept(PreprocessingGuess.of(network));
		return Status.OK_STATUS;
	}
}
