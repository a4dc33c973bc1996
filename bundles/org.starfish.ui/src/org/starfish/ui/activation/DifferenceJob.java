// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.concurrent.atomic.AtomicReference;

import org.starfish.core.Progress;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.jobs.CoreJob;

/** Subtracts answers, those of the newest request only. */
final class DifferenceJob extends CoreJob {
	/** Gets a difference, on the job's thread. */
	@FunctionalInterface
	interface Listener {
		void subtracted(LayerActivation a, LayerActivation b, LayerActivation difference);
	}

	private record Pair(LayerActivation a, LayerActivation b) {
	}

	private final Listener listener;
	private final AtomicReference<Pair> wanted = new AtomicReference<>();

	DifferenceJob(Object owner, Listener listener) {
		super(Messages.DifferenceJob_name, owner);
		this.listener = listener;
		setSystem(true);
		setPriority(INTERACTIVE);
	}

	/** Subtracts these instead of whatever was to be subtracted; they have to be comparable. */
	void request(LayerActivation a, LayerActivation b) {
		wanted.set(new Pair(a, b));
		schedule();
	}

	@Override
	protected void work(Progress progress) {
		Pair pair = wanted.getAndSet(null);
		if (pair != null) {
			listener.subtracted(pair.a(), pair.b(), pair.a().minus(pair.b()));
		}
	}

	@Override
	protected void failed(String sentence) {
		// Only a defect ends here, which is logged; there is no difference then.
	}
}
