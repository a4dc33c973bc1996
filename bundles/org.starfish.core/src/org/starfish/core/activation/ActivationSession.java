// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.starfish.core.MemoryLimit;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.engine.Engine;
import org.starfish.core.engine.PlanRequest;
import org.starfish.core.engine.Priority;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Labels;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Network;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * Asks an open network what its layers answer to pictures, and remembers the last answers. For use by many threads;
 * those that compute wait for each other, those that only look up what is known do not.
 * <p>
 * A forward pass through a whole network takes a few milliseconds more when every layer is kept than when only the output
 * is (GoogLeNet 16 instead of 13, on two cores), so one pass answers all layers and the predictions. Only a large network is first run up to the layer that is shown, so that
 * this appears early, and as a whole when the predictions are asked for.
 */
public final class ActivationSession {
	/** A pass through networks of up to so many operations takes well under 0.1 s. */
	private static final long QUICK_FLOPS = 6_000_000_000L;
	/** So many weights are prepared in a moment. */
	private static final long QUICK_PARAMETERS = 40_000_000;
	/** Of the memory limit, what the answers of a session may hold. */
	private static final double SHARE = 1.0 / 16;
	/** Of the memory limit, what a plan that keeps all layers may take. */
	private static final double PLAN_SHARE = 1.0 / 4;
	private static final int KEPT_PREDICTIONS = 256;

	/** Names the input by its fingerprint, since a picture may be large. */
	private record Key(String input, String layer) {
	}

	private final OpenNetwork open;
	private final Network network;
	private final Map<Layer, ReceptiveField> fields;
	private final PlanRequest whole;
	/** Whether nobody would notice that more than the shown layer is run. */
	private final boolean quick;
	/** Whether all layers can be kept at once; no longer when that was tried and failed. */
	private volatile boolean keepsAll;
	private final long most;
	private final Map<Key, LayerActivation> answers = new LinkedHashMap<>(16, 0.75f, true);
	private final Map<String, Predictions> predictions = new LinkedHashMap<>() {
		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Predictions> eldest) {
			return size() > KEPT_PREDICTIONS;
		}
	};
	private long held;

	/**
	 * @param open stays the caller's to close
	 * @param limit how much memory there is; a small share of it holds answers
	 */
	public ActivationSession(OpenNetwork open, MemoryLimit limit) {
		this.open = open;
		this.network = open.network();
		this.fields = ReceptiveField.of(network);
		this.most = (long) (limit.bytes() * SHARE);
		long flops = network.layers().stream().mapToLong(network::flops).sum();
		this.whole = request(Set.copyOf(network.layers()));
		this.keepsAll = planBytes() <= limit.bytes() * PLAN_SHARE;
		this.quick = flops <= QUICK_FLOPS && network.parameters() <= QUICK_PARAMETERS;
	}

	private long planBytes() {
		try {
			return Engine.memory(network, whole);
		} catch (StarfishException e) {
			// The input is the network's own; whatever is wrong will be said when it is to run.
			return Long.MAX_VALUE;
		}
	}

	/**
	 * Prepares a picture for this network.
	 *
	 * @throws StarfishException if the network takes no pictures
	 */
	public PreparedInput prepare(RgbImage picture, Preprocessing preprocessing) throws StarfishException {
		return PreparedInput.of(picture, preprocessing, network.inputShape());
	}

	/**
	 * What a layer answers to an input.
	 *
	 * @param layer its name
	 * @param progress asked between the steps whether to go on
	 * @throws StarfishException if there is no such layer, or it cannot be computed
	 * @throws CancellationException if {@code progress} says so, or the network was closed
	 */
	public LayerActivation activation(PreparedInput input, String layer, Progress progress) throws StarfishException {
		Layer found = network.layer(layer);
		Optional<LayerActivation> known = known(input, found.name());
		if (known.isPresent()) {
			return known.get();
		}
		boolean all = quick || open.isAnswered(whole, input.values());
		LayerActivation answer = forward(all, found, input, progress,
				(plan, nanoseconds) -> LayerActivation.of(found.name(), plan.shape(found), plan.activation(found),
						fields.get(found), labels(found), nanoseconds));
		remember(new Key(input.fingerprint(), found.name()), answer);
		return answer;
	}

	/**
	 * What the network takes an input for.
	 *
	 * @param progress asked between the steps whether to go on
	 * @throws StarfishException if it cannot be computed
	 * @throws CancellationException if {@code progress} says so, or the network was closed
	 */
	public Predictions predictions(PreparedInput input, Progress progress) throws StarfishException {
		Optional<Predictions> known = knownPredictions(input);
		if (known.isPresent()) {
			return known.get();
		}
		Model model = open.model();
		Layer output = model.output();
		Predictions answer = forward(true, output, input, progress, (plan, nanoseconds) -> Predictions.of(output.name(),
				plan.activation(output), model.labels(), nanoseconds));
		synchronized (this) {
			predictions.put(input.fingerprint(), answer);
		}
		return answer;
	}

	/**
	 * Runs the network.
	 *
	 * @param all whether to run it as a whole, if that is possible
	 * @param layer the one that is needed
	 */
	private <T> T forward(boolean all, Layer layer, PreparedInput input, Progress progress,
			OpenNetwork.Reader<T> reader) throws StarfishException {
		if (all && keepsAll) {
			try {
				return open.forward(whole, input.values(), progress, reader);
			} catch (StarfishException e) {
				// Another layer may be to blame, which the wanted one does not need.
				keepsAll = false;
			}
		}
		return open.forward(request(Set.of(layer)), input.values(), progress, reader);
	}

	/** What a layer answers to an input, if that is known already; computes nothing. */
	public synchronized Optional<LayerActivation> known(PreparedInput input, String layer) {
		return Optional.ofNullable(answers.get(new Key(input.fingerprint(), layer)));
	}

	/** What the network takes an input for, if that is known already; computes nothing. */
	public synchronized Optional<Predictions> knownPredictions(PreparedInput input) {
		return Optional.ofNullable(predictions.get(input.fingerprint()));
	}

	/** The latest one is kept however large it is. */
	private synchronized void remember(Key key, LayerActivation answer) {
		LayerActivation former = answers.put(key, answer);
		held += answer.bytes() - (former == null ? 0 : former.bytes());
		var eldest = answers.entrySet().iterator();
		while (held > most && answers.size() > 1) {
			held -= eldest.next().getValue().bytes();
			eldest.remove();
		}
	}

	private List<String> labels(Layer layer) {
		Optional<Labels> labels = open.model().labels();
		boolean fitting = layer.shape().rank() == 1
				&& labels.filter(known -> known.size() == layer.shape().channels()).isPresent();
		return fitting ? IntStream.range(0, labels.get().size()).mapToObj(labels.get()::get).toList() : List.of();
	}

	private PlanRequest request(Set<Layer> layers) {
		return new PlanRequest(layers, network.inputShape(), 1, false, Priority.INTERACTIVE);
	}
}
