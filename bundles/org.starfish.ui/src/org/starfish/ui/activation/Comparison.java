// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.Predictions;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.jobs.ActivationJob;
import org.starfish.core.jobs.ActivationListener;
import org.starfish.core.jobs.ActivationRequest;

/**
 * Keeps what a session showed when it was made (A), to be compared with what the session shows now (B). What the user
 * changes first says what is compared: after another picture, A stays with its picture and follows to other layers;
 * after another layer, A stays with its layer and follows to other pictures. Without widgets; on the UI thread.
 */
final class Comparison {
	/** What is compared. */
	enum Kind {
		/** Nothing has been changed yet. */
		UNDECIDED,
		/** Two pictures. */
		PICTURES,
		/** Two layers. */
		LAYERS
	}

	private final ModelSession session;
	private final Executor ui;
	private final Runnable changed;
	private final ModelSession.Listener listener = this::changed;
	private final ActivationJob job;
	private final DifferenceJob differences;
	private Kind kind = Kind.UNDECIDED;
	private ShownPicture picture;
	private String layer;
	private LayerActivation activation;
	private PreparedInput input;
	private ActivationRequest wanted;
	private LayerActivation difference;
	private String trouble;
	private boolean closed;

	/**
	 * Keeps what the session shows; it has to have an answer.
	 *
	 * @param ui runs things on the UI thread
	 * @param changed told when A or the difference is another one
	 */
	Comparison(ModelSession session, Executor ui, Runnable changed) {
		this.session = session;
		this.ui = ui;
		this.changed = changed;
		picture = session.picture().orElseThrow();
		activation = session.activation().orElseThrow();
		input = session.input().orElseThrow();
		layer = activation.layer();
		job = new ActivationJob(NLS.bind(Messages.Comparison_asking, session.file().getFileName()), this, new Answers());
		differences = new DifferenceJob(this, (a, b, found) -> ui.execute(() -> subtracted(a, b, found)));
		session.addListener(listener);
	}

	/** Forgets A. */
	void close() {
		closed = true;
		session.removeListener(listener);
		Job.getJobManager().cancel(this);
	}

	/** What is compared. */
	Kind kind() {
		return kind;
	}

	/** The picture of A. */
	ShownPicture picture() {
		return picture;
	}

	/** What A's layer answers; perhaps not yet what is wanted. */
	LayerActivation activation() {
		return activation;
	}

	/** What A answers to. */
	PreparedInput input() {
		return input;
	}

	/** A minus B, when both have answered, if their shapes are alike. */
	Optional<LayerActivation> difference() {
		return Optional.ofNullable(difference);
	}

	/** Why A cannot answer, and what to do. */
	Optional<String> trouble() {
		return Optional.ofNullable(trouble);
	}

	private void changed(ModelSession.Change change) {
		switch (change) {
		case INPUT -> {
			if (kind == Kind.UNDECIDED && session.picture().filter(now -> now != picture).isPresent()) {
				kind = Kind.PICTURES;
			} else if (kind == Kind.LAYERS) {
				picture = session.picture().orElseThrow();
			}
			request();
		}
		case LAYER -> {
			if (kind == Kind.UNDECIDED) {
				kind = Kind.LAYERS;
			} else if (kind == Kind.PICTURES) {
				layer = session.layer().orElseThrow();
				request();
			}
		}
		case ANSWER -> subtract();
		default -> {
			// Nothing that A depends on.
		}
		}
	}

	private void request() {
		trouble = null;
		wanted = new ActivationRequest(session.activations().orElseThrow(), picture.source(),
				session.preprocessing().orElseThrow(), layer);
		Optional<LayerActivation> known = input.preprocessing().equals(wanted.preprocessing()) && kind != Kind.LAYERS
				? wanted.session().known(input, layer)
				: Optional.empty();
		if (known.isPresent()) {
			answered(wanted, input, known.get());
		} else {
			job.request(wanted);
		}
	}

	private void answered(ActivationRequest request, PreparedInput newInput, LayerActivation answer) {
		if (!closed && request == wanted) {
			wanted = null;
			input = newInput;
			activation = answer;
			subtract();
			changed.run();
		}
	}

	/** The former difference goes at once, lest it be taken for the new one. */
	private void subtract() {
		difference = null;
		session.activation().filter(other -> other != activation && activation.isComparable(other))
				.ifPresent(other -> differences.request(activation, other));
	}

	private void subtracted(LayerActivation a, LayerActivation b, LayerActivation found) {
		if (!closed && a == activation && session.activation().filter(now -> now == b).isPresent()) {
			difference = found;
			changed.run();
		}
	}

	/** Brings what the job finds out to the UI thread. */
	private final class Answers implements ActivationListener {
		@Override
		public void answered(ActivationRequest request, PreparedInput newInput, LayerActivation answer) {
			ui.execute(() -> Comparison.this.answered(request, newInput, answer));
		}

		@Override
		public void predicted(ActivationRequest request, PreparedInput newInput, Predictions predictions) {
			// B's are shown.
		}

		@Override
		public void failed(ActivationRequest request, String sentence) {
			ui.execute(() -> {
				if (!closed && request == wanted) {
					trouble = sentence;
					changed.run();
				}
			});
		}
	}
}
