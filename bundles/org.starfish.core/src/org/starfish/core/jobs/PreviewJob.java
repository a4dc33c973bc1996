// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * Draws what somebody is choosing parameters for, again from the beginning whenever one changes: a newer request replaces an
 * older one, whether that is waiting or running. Nothing is written.
 */
public final class PreviewJob extends CoreJob {
	/**
	 * What is to be drawn.
	 *
	 * @param recipe small and short as a rule, see the parameters size and steps
	 * @param start the image that it starts from
	 */
	public record Request(Recipe recipe, Optional<RgbImage> start) {
	}

	/** Sees the preview grow, on the job's thread. A request that a newer one has replaced is told no more. */
	public interface Listener {
		/**
		 * A step was taken.
		 *
		 * @param frame to be asked for its picture only while this is called
		 */
		void stepped(Request request, Frame frame);

		/** The last step was taken. */
		void finished(Request request, Synthesis synthesis);

		/**
		 * The request cannot be drawn.
		 *
		 * @param sentence what is wrong and what to do, for the user's eyes
		 */
		void failed(Request request, String sentence);
	}

	private final OpenNetwork open;
	private final Listener listener;
	private final AtomicReference<Request> wanted = new AtomicReference<>();
	/** What the job is at; read and written on its thread only. */
	private Request current;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants the preview; see {@link CoreJob}
	 * @param open stays the caller's to close, after the job has ended
	 */
	public PreviewJob(String name, Object owner, OpenNetwork open, Listener listener) {
		super(name, owner);
		this.open = open;
		this.listener = listener;
		setSystem(true);
		setPriority(LONG);
	}

	/** Wants this instead of whatever was wanted before. From any thread. */
	public void request(Request request) {
		wanted.set(request);
		schedule();
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		current = wanted.get();
		if (current == null) {
			return;
		}
		try {
			Synthesis synthesis = new GradientAscent(open.network(), open::plan).run(current.recipe(), current.start(),
					frame -> {
						progress.report("", (double) frame.step() / frame.total());
						if (wanted.get() != current) {
							throw new CancellationException("replaced");
						}
						listener.stepped(current, frame);
					});
			if (synthesis.cancelled()) {
				throw new CancellationException();
			}
			listener.finished(current, synthesis);
		} finally {
			// A newer request, if there is one, has scheduled the job again.
			if (!wanted.compareAndSet(current, null)) {
				current = null;
			}
		}
	}

	@Override
	protected void failed(String sentence) {
		if (current != null) {
			listener.failed(current, sentence);
		}
	}
}
