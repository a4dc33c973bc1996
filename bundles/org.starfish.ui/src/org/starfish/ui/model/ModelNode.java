// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.model.ModelFacts;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.network.Labels;

/**
 * A model in the Model Explorer. It is read when it is opened, and held until it is closed; what was learnt of it is
 * kept, so that the tree can show it all the same. For the UI thread only.
 */
final class ModelNode implements ExplorerNode {
	private final FoundModel found;
	private final Executor ui;
	private final Consumer<ModelNode> listener;
	private final IntSupplier lineLength;
	private Job job;
	private OpenNetwork network;
	private ModelFacts facts;
	private Optional<Labels> labels = Optional.empty();
	private String failure;
	private boolean openAnywhere;
	/** Not yet shown; null if all is. */
	private final AtomicReference<Integer> reached = new AtomicReference<>();
	private int percent;

	/**
	 * @param ui runs things on the UI thread, later
	 * @param listener told when there is something else to be seen of this node
	 * @param lineLength how many characters fit into the tree
	 */
	ModelNode(FoundModel found, Executor ui, Consumer<ModelNode> listener, IntSupplier lineLength) {
		this.found = found;
		this.ui = ui;
		this.listener = listener;
		this.lineLength = lineLength;
	}

	/** What the search has found. */
	FoundModel found() {
		return found;
	}

	/** Where the model is. */
	ModelLocation location() {
		return found.location();
	}

	/** Begins to read the model, unless it is open or being read. */
	void open() {
		if (job != null || network != null) {
			return;
		}
		failure = null;
		percent = 0;
		job = new OpenNetworkJob(NLS.bind(Messages.ModelNode_loading, location().name()), this, SharedNetworks.get(),
				location().path(), (task, fraction) -> progress(fraction), this::opened, this::failed);
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				ui.execute(() -> ended(event.getJob()));
			}
		});
		job.schedule();
		// Not at once: a viewer that tells of an expansion is busy.
		ui.execute(() -> listener.accept(this));
	}

	/** Gives the model back, or gives up reading it. */
	void close() {
		if (job != null) {
			job.cancel();
			job = null;
		}
		if (network != null) {
			network.close();
			network = null;
		}
		failure = null;
	}

	/** On the job's thread; seldom enough not to flood the UI thread. */
	private void progress(double fraction) {
		if (reached.getAndSet((int) (100 * fraction)) == null) {
			ui.execute(() -> {
				percent = reached.getAndSet(null);
				if (isLoading()) {
					listener.accept(this);
				}
			});
		}
	}

	/** On the job's thread. */
	private void opened(OpenNetwork read) {
		ModelFacts learnt;
		try {
			learnt = ModelFacts.of(read.network());
		} catch (RuntimeException | Error e) {
			read.close();
			throw e;
		}
		Job reader = Job.getJobManager().currentJob();
		ui.execute(() -> {
			if (reader != job) {
				read.close();
				return;
			}
			job = null;
			network = read;
			facts = learnt;
			labels = read.model().labels();
			listener.accept(this);
		});
	}

	/** On the job's thread. */
	private void failed(String sentence) {
		Job reader = Job.getJobManager().currentJob();
		ui.execute(() -> {
			if (reader == job) {
				job = null;
				failure = sentence;
				listener.accept(this);
			}
		});
	}

	/** Somebody else may have cancelled the job. */
	private void ended(Job reader) {
		if (reader == job) {
			job = null;
			listener.accept(this);
		}
	}

	/** Whether the model is being read. */
	boolean isLoading() {
		return job != null;
	}

	/** Whether this node wants the model, or has been told why it cannot have it. */
	boolean isWanted() {
		return job != null || network != null || failure != null;
	}

	/** Whether the model is open in this IDE. */
	boolean isOpen() {
		return network != null || openAnywhere;
	}

	/** Notes whether any part of the IDE has the model open. */
	void setOpenAnywhere(boolean open) {
		openAnywhere = open;
	}

	/** What is known of the model, once it has been read. */
	Optional<ModelFacts> facts() {
		return Optional.ofNullable(facts);
	}

	/** How many characters of a sentence fit into the tree below this node. */
	int lineLength() {
		return lineLength.getAsInt();
	}

	/** Why the model cannot be read, and what to do. */
	Optional<String> failure() {
		return Optional.ofNullable(failure);
	}

	/** How far the reading is. */
	int percent() {
		return percent;
	}

	/** What the labels of the model call a channel of one of its outputs. */
	Optional<String> label(LayerFacts layer, int channel) {
		return labels.filter(all -> layer.output() && all.size() == layer.shape().channels())
				.map(all -> all.get(channel));
	}

	@Override
	public ModelNode model() {
		return this;
	}

	@Override
	public Optional<ExplorerNode> parent() {
		return Optional.empty();
	}

	@Override
	public boolean hasChildren() {
		return true;
	}

	@Override
	public List<? extends ExplorerNode> children() {
		return facts == null ? MessageNode.of(this) : LayerNode.of(this, facts.tree());
	}

	@Override
	public ModelElement element() {
		return new ModelElement(location(), properties());
	}

	private FactSheet properties() {
		return failure != null ? ModelProperties.of(location(), failure)
				: facts == null ? ModelProperties.of(location())
						: network == null ? ModelProperties.of(location(), facts)
								: ModelProperties.of(location(), facts, network.model());
	}

	/** So that the tree stays as it is when a model is replaced by a newer version. */
	@Override
	public boolean equals(Object other) {
		return other instanceof ModelNode node && location().equals(node.location());
	}

	@Override
	public int hashCode() {
		return location().hashCode();
	}

	@Override
	public String toString() {
		return location().text();
	}
}
