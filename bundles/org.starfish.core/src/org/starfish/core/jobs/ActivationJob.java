// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.ActivationSession;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.activation.Predictions;
import org.starfish.core.image.RgbImage;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * Answers what a part wants to see, one request after the other: a newer request replaces an older one, whether that is
 * waiting or running. One for each place that shows answers.
 */
public final class ActivationJob extends CoreJob {
	private final ActivationListener listener;
	private final AtomicReference<ActivationRequest> wanted = new AtomicReference<>();
	/** What the job is at; read and written on its thread only, like the fields below. */
	private ActivationRequest current;
	private PictureSource source;
	private RgbImage picture;
	private ActivationSession session;
	private Preprocessing preprocessing;
	private PreparedInput input;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants the answers; see {@link CoreJob}
	 */
	public ActivationJob(String name, Object owner, ActivationListener listener) {
		super(name, owner);
		this.listener = listener;
		setPriority(INTERACTIVE);
	}

	/** Wants this instead of whatever was wanted before. From any thread. */
	public void request(ActivationRequest request) {
		wanted.set(request);
		schedule();
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		current = wanted.get();
		if (current == null) {
			return;
		}
		Progress orReplaced = (task, fraction) -> {
			progress.report(task, fraction);
			if (wanted.get() != current) {
				throw new CancellationException("replaced");
			}
		};
		try {
			answer(current, orReplaced);
			wanted.compareAndSet(current, null);
		} catch (CancellationException e) {
			// A newer request, if that is the reason, has scheduled the job again.
			wanted.compareAndSet(current, null);
			throw e;
		}
	}

	private void answer(ActivationRequest request, Progress progress) throws StarfishException {
		prepare(request, progress);
		LayerActivation activation = request.session().activation(input, request.layer(), progress);
		progress.report("", 0.5);
		listener.answered(request, input, activation);
		Predictions predictions = request.session().predictions(input, progress);
		progress.report("", 1);
		listener.predicted(request, input, predictions);
	}

	/** Most requests are for another layer of the same picture. */
	private void prepare(ActivationRequest request, Progress progress) throws StarfishException {
		progress.report("", 0);
		if (request.picture() != source) {
			input = null;
			picture = request.picture().read();
			source = request.picture();
			progress.report("", 0.1);
		}
		if (input == null || request.session() != session || !request.preprocessing().equals(preprocessing)) {
			input = null;
			session = request.session();
			preprocessing = request.preprocessing();
			input = session.prepare(picture, preprocessing);
			progress.report("", 0.2);
		}
	}

	@Override
	protected void failed(String sentence) {
		if (wanted.compareAndSet(current, null)) {
			listener.failed(current, sentence);
		}
	}
}
