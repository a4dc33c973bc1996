// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.MemoryLimit;
import org.starfish.core.StarfishException;
import org.starfish.core.activation.ActivationSession;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.Predictions;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.jobs.ActivationJob;
import org.starfish.core.jobs.ActivationListener;
import org.starfish.core.jobs.ActivationRequest;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.model.Model;
import org.starfish.core.model.ModelFacts;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Position;
import org.starfish.core.network.UnitAddress.Unit;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * What the pages of an editor share: the open model, the picture it is shown, the layer and unit that are looked at, and
 * what the network answers. Knows no widgets. Its methods are called, and its listeners are told, on one thread, the UI
 * thread; the work is done in jobs.
 */
public final class ModelSession {
	/** What has changed. */
	public enum Change {
		/** The model is being read, has been read, or cannot be read. */
		MODEL,
		/** The network is shown another picture, or the same one in another way; it has not answered yet. */
		INPUT,
		/** Another layer is wanted; it has not answered yet. */
		LAYER,
		/** The layer has answered, or cannot. */
		ANSWER,
		/** The network has said what it takes the picture for. */
		PREDICTIONS,
		/** Another unit is selected. */
		UNIT,
		/** What is stored beside the model may be another preprocessing. */
		STORED
	}

	/** Told what has changed. */
	@FunctionalInterface
	public interface Listener {
		/** Something has changed. */
		void changed(Change change);
	}

	/** A model that was read, and what belongs to it. */
	private record Opened(OpenNetwork network, ModelFacts facts, ActivationSession activations) {
	}

	/** What was answered to a request. */
	private record Answer(ActivationRequest request, PreparedInput input, LayerActivation activation) {
	}

	/** So many tiles are seen without scrolling. */
	private static final int FIRST_SEEN = 64;

	private final Path file;
	private final OpenNetworks networks;
	private final ModelMemory memory;
	private final Executor ui;
	private final ActivationJob job;
	private final OpenNetworks.Listener stored = this::stored;
	private final List<Listener> listeners = new CopyOnWriteArrayList<>();
	/** The channel that was selected last in each layer. */
	private final Map<String, UnitAddress> units = new HashMap<>();
	private boolean reading;
	private boolean closed;
	private Opened opened;
	private String trouble;
	private ShownPicture picture;
	private Preprocessing preprocessing;
	/** With the preprocessing as stored or guessed; another one when somebody has stored another one. */
	private Model stock;
	private String layer;
	/** What to show as soon as the model has been read. */
	private UnitAddress awaitedUnit;
	private String awaitedLayer;
	private ActivationRequest wanted;
	private Answer answer;
	private String answerTrouble;
	private ActivationRequest predictedFor;
	private Predictions predictions;

	/**
	 * @param file the model
	 * @param networks opens it
	 * @param memory what was looked at last
	 * @param ui runs things on the UI thread; never refuses
	 */
	public ModelSession(Path file, OpenNetworks networks, ModelMemory memory, Executor ui) {
		this.file = file;
		this.networks = networks;
		this.memory = memory;
		this.ui = ui;
		job = new ActivationJob(NLS.bind(Messages.ModelSession_asking, file.getFileName()), this, new Answers());
	}

	/** Begins to read the model, unless that was done or is being done. */
	public void open() {
		if (reading || opened != null || closed) {
			return;
		}
		reading = true;
		trouble = null;
		networks.addListener(stored);
		new OpenNetworkJob(NLS.bind(Messages.ModelSession_reading, file.getFileName()), this, networks, file,
				this::opened, sentence -> ui.execute(() -> failed(sentence))).schedule();
		tell(Change.MODEL);
	}

	/** Gives up reading the model or asking the network; what was answered before stays. */
	public void cancel() {
		Job.getJobManager().cancel(this);
		if (reading) {
			failed(NLS.bind(Messages.ModelSession_cancelled, file.getFileName()));
		} else if (wanted != null) {
			wanted = null;
			tell(Change.ANSWER);
		}
	}

	/** Gives the model back and cancels what is being done. */
	public void close() {
		closed = true;
		networks.removeListener(stored);
		listeners.clear();
		Job.getJobManager().cancel(this);
		if (opened != null) {
			opened.network().close();
		}
	}

	/** On the job's thread. */
	private void opened(OpenNetwork network) {
		Opened all;
		try {
			all = new Opened(network, ModelFacts.of(network.network()),
					new ActivationSession(network, MemoryLimit.ofVirtualMachine()));
		} catch (RuntimeException | Error e) {
			network.close();
			throw e;
		}
		ui.execute(() -> opened(all));
	}

	private void opened(Opened all) {
		if (closed || !reading) {
			all.network().close();
			return;
		}
		reading = false;
		opened = all;
		stock = all.network().model();
		preprocessing = stock.preprocessing();
		layer = memory.layer(file).filter(name -> all.facts().find(name).isPresent())
				.orElseGet(() -> FirstLayer.of(all.facts()));
		tell(Change.MODEL);
		if (awaitedUnit != null) {
			showUnit(awaitedUnit);
		} else if (awaitedLayer != null) {
			showLayer(awaitedLayer);
		}
		if (wanted == null) {
			askAgain();
		}
	}

	/** Asks for what is to be seen, also where that has failed before. */
	public void askAgain() {
		ask(Change.LAYER);
	}

	private void failed(String sentence) {
		if (closed || !reading) {
			return;
		}
		reading = false;
		trouble = sentence;
		tell(Change.MODEL);
	}

	/** Somebody has stored another preprocessing, perhaps. On any thread. */
	private void stored(Path changed) {
		ui.execute(() -> {
			if (closed || opened == null || !isModel(changed)) {
				return;
			}
			Model now = opened.network().model();
			if (now != stock) {
				stock = now;
				use(now.preprocessing());
			}
			tell(Change.STORED);
		});
	}

	/** Whether a path means the model of this session. */
	public boolean isModel(Path other) {
		try {
			return other.equals(file) || other.toRealPath().equals(file.toRealPath());
		} catch (IOException e) {
			// One of them was deleted.
			return false;
		}
	}

	/** The model file. */
	public Path file() {
		return file;
	}

	/** The family of all jobs that work for this session; jobs that its pages start belong to it, too. */
	public Object owner() {
		return this;
	}

	/** Whether the model is being read. */
	public boolean isReading() {
		return reading;
	}

	/** Why the model cannot be read, and what to do. */
	public Optional<String> trouble() {
		return Optional.ofNullable(trouble);
	}

	/** The open model, when it has been read; stays this session's to close. */
	public Optional<OpenNetwork> network() {
		return Optional.ofNullable(opened).map(Opened::network);
	}

	/** What is to be told about the model, when it has been read. */
	public Optional<ModelFacts> facts() {
		return Optional.ofNullable(opened).map(Opened::facts);
	}

	/** Answers what layers say, when the model has been read. */
	public Optional<ActivationSession> activations() {
		return Optional.ofNullable(opened).map(Opened::activations);
	}

	/** The picture that the network is shown. */
	public Optional<ShownPicture> picture() {
		return Optional.ofNullable(picture);
	}

	/** The picture that this model was shown when it was open before, if it is still there. */
	public Optional<Path> lastPicture() {
		return memory.picture(file).filter(Files::isRegularFile);
	}

	/** Shows the network another picture. */
	public void show(ShownPicture other) {
		picture = other;
		other.file().ifPresent(path -> memory.rememberPicture(file, path));
		ask(Change.INPUT);
	}

	/** How pictures become input, when the model has been read. */
	public Optional<Preprocessing> preprocessing() {
		return Optional.ofNullable(preprocessing);
	}

	/** Makes input of pictures in another way, in this session only. */
	public void use(Preprocessing other) {
		if (!other.equals(preprocessing)) {
			preprocessing = other;
			ask(Change.INPUT);
		}
	}

	/** The name of the layer that is looked at, when the model has been read. */
	public Optional<String> layer() {
		return Optional.ofNullable(layer);
	}

	/**
	 * Looks at another layer, as soon as the model has been read.
	 *
	 * @param name its name or alias
	 */
	public void showLayer(String name) {
		if (opened == null) {
			awaitedLayer = name;
			awaitedUnit = null;
			return;
		}
		try {
			look(opened.network().network().layer(name).name());
		} catch (StarfishException e) {
			unanswered(e.getMessage());
		}
	}

	/**
	 * Looks at a unit, as soon as the model has been read.
	 *
	 * @param address of the unit; its channel may be a label
	 */
	public void showUnit(UnitAddress address) {
		if (opened == null) {
			awaitedUnit = address;
			awaitedLayer = null;
			return;
		}
		try {
			Unit unit = address.in(opened.network().network(), opened.network().model().labels());
			units.put(unit.layer().name(), unit.address());
			look(unit.layer().name());
			tell(Change.UNIT);
		} catch (StarfishException e) {
			unanswered(e.getMessage());
		}
	}

	private void look(String name) {
		if (!name.equals(layer)) {
			layer = name;
			memory.rememberLayer(file, name);
			ask(Change.LAYER);
		}
	}

	/** The unit that is selected in the layer that is looked at; empty until the layer has answered or one is chosen. */
	public Optional<UnitAddress> unit() {
		return layer().map(units::get);
	}

	/** Selects a channel of the layer that is looked at, or one position of it. */
	public void select(int channel, Optional<Position> position) {
		var unit = new UnitAddress(layer, Integer.toString(channel), position);
		if (!unit.equals(units.put(layer, unit))) {
			tell(Change.UNIT);
		}
	}

	/** Whether the network is being asked. */
	public boolean isAsking() {
		return wanted != null;
	}

	/** What was answered last; perhaps not yet by the layer that is looked at, or to the picture that is shown. */
	public Optional<LayerActivation> activation() {
		return Optional.ofNullable(answer).map(Answer::activation);
	}

	/** The input that the {@link #activation} answers to. */
	public Optional<PreparedInput> input() {
		return Optional.ofNullable(answer).map(Answer::input);
	}

	/** Why the layer cannot answer, and what to do. */
	public Optional<String> answerTrouble() {
		return Optional.ofNullable(answerTrouble);
	}

	/** What the network takes the picture for, as far as it has said so. */
	public Optional<Predictions> predictions() {
		return Optional.ofNullable(predictions).filter(known -> isCurrent(predictedFor));
	}

	private boolean isCurrent(ActivationRequest request) {
		return picture != null && request.picture() == picture.source()
				&& request.preprocessing().equals(preprocessing);
	}

	/** Something that the answer depends on has changed: tells so, and asks for what is to be seen now. */
	private void ask(Change change) {
		if (opened == null || picture == null) {
			tell(change);
			return;
		}
		var request = new ActivationRequest(opened.activations(), picture.source(), preprocessing, layer);
		answerTrouble = null;
		wanted = request;
		tell(change);
		Optional<LayerActivation> known = answer != null && isCurrent(answer.request()) && predictions().isPresent()
				? opened.activations().known(answer.input(), layer)
				: Optional.empty();
		if (known.isPresent()) {
			wanted = null;
			answered(request, answer.input(), known.get());
		} else {
			job.request(request);
		}
	}

	private void answered(ActivationRequest request, PreparedInput input, LayerActivation activation) {
		answer = new Answer(request, input, activation);
		answerTrouble = null;
		units.computeIfAbsent(activation.layer(),
				name -> new UnitAddress(name, Integer.toString(firstUnit(activation)), Optional.empty()));
		tell(Change.ANSWER);
	}

	/** The strongest channel: of a vector, which may be the network's answer; of maps, one that is seen at first. */
	private static int firstUnit(LayerActivation activation) {
		return IntStream.of(activation.order(ChannelSort.MAXIMUM, 0, false))
				.filter(channel -> !activation.isSpatial() || channel < FIRST_SEEN).findFirst().orElse(0);
	}

	private void unanswered(String sentence) {
		answerTrouble = sentence;
		tell(Change.ANSWER);
	}

	/** Adds someone to be told of changes. */
	public void addListener(Listener listener) {
		listeners.add(listener);
	}

	/** Tells someone no more. */
	public void removeListener(Listener listener) {
		listeners.remove(listener);
	}

	private void tell(Change change) {
		listeners.forEach(listener -> listener.changed(change));
	}

	/** Brings what the job finds out to the UI thread, and forgets what nobody wants any more. */
	private final class Answers implements ActivationListener {
		@Override
		public void answered(ActivationRequest request, PreparedInput input, LayerActivation activation) {
			ui.execute(() -> {
				if (!closed && request == wanted) {
					wanted = null;
					ModelSession.this.answered(request, input, activation);
				}
			});
		}

		@Override
		public void predicted(ActivationRequest request, PreparedInput input, Predictions found) {
			ui.execute(() -> {
				if (!closed && isCurrent(request)) {
					predictedFor = request;
					predictions = found;
					tell(Change.PREDICTIONS);
				}
			});
		}

		@Override
		public void failed(ActivationRequest request, String sentence) {
			ui.execute(() -> {
				if (!closed && (request == wanted || wanted == null)) {
					wanted = null;
					unanswered(sentence);
				}
			});
		}
	}
}
