// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Plan;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.network.Network;
import org.starfish.core.preprocessing.Preprocessing;

/** One user's hold on an open network, which others may have open too. Closing it ends the hold. */
public final class OpenNetwork implements AutoCloseable {
	/** Takes what it needs from a forward pass; the plan is no longer the caller's afterwards. */
	@FunctionalInterface
	public interface Reader<T> {
		/**
		 * Reads the activations.
		 *
		 * @param plan has run
		 * @param nanoseconds how long the pass took; 0 if the plan had answered the same input already
		 */
		T read(Plan plan, long nanoseconds);
	}

	private final OpenNetworks owner;
	private final SharedNetwork network;
	private final AtomicBoolean closed = new AtomicBoolean();

	OpenNetwork(OpenNetworks owner, SharedNetwork network) {
		this.owner = owner;
		this.network = network;
	}

	/** The network with its preprocessing, as it is stored or was guessed, and labels. */
	public Model model() {
		return network.model();
	}

	/** The layers. */
	public Network network() {
		return model().network();
	}

	/**
	 * Runs a plan, which is compiled unless it is among the last ones, and waits its turn if others use it.
	 *
	 * @param request what to run
	 * @param input {@code [batch, ...inputShape.stored()]}; must not change, since a plan whose last input was this very
	 *        array does not run again
	 * @param progress asked before compiling, before running and while waiting whether to go on
	 * @param reader takes the result
	 * @throws StarfishException if the network cannot take the input, or the memory does not suffice
	 * @throws CancellationException if {@code progress} says so, or this hold is closed
	 */
	public <T> T forward(PlanRequest request, float[] input, Progress progress, Reader<T> reader)
			throws StarfishException {
		checkOpen();
		owner.retain(network);
		try {
			return owner.plans().forward(network, request, input, progress, reader);
		} finally {
			owner.release(network);
		}
	}

	/**
	 * Compiles a plan for the caller alone, to be closed by it before this hold is.
	 *
	 * @throws StarfishException if the network cannot take the input, or the memory does not suffice even if plans that
	 *             nobody uses make room
	 * @throws CancellationException if this hold is closed
	 */
	public Plan plan(PlanRequest request) throws StarfishException {
		checkOpen();
		return owner.plans().compile(network, request);
	}

	/** Whether {@link #forward} would find this input answered already. */
	public boolean isAnswered(PlanRequest request, float[] input) {
		return owner.plans().isAnswered(network, request, input);
	}

	/**
	 * Stores another preprocessing beside the model; all users of the network have it from now on.
	 *
	 * @param preprocessing how pixels become input
	 * @param reason why it is the right one, in one sentence without a full stop
	 * @throws StarfishException if the file cannot be written
	 */
	public void store(Preprocessing preprocessing, String reason) throws StarfishException {
		checkOpen();
		network.store(preprocessing, reason);
	}

	/** Whether the hold has ended. */
	public boolean isClosed() {
		return closed.get();
	}

	/** Ends the hold; once more does nothing. A pass that runs is not interrupted. */
	@Override
	public void close() {
		if (closed.compareAndSet(false, true)) {
			owner.release(network);
		}
	}

	private void checkOpen() {
		if (isClosed()) {
			throw new CancellationException(network.file().getFileName() + " was closed");
		}
	}
}
