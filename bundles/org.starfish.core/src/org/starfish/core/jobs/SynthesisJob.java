// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.network.Network;
import org.starfish.core.synthesis.Checkpoint;
import org.starfish.core.synthesis.CheckpointFile;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;

/**
 * Synthesizes pictures, one after the other. Each is written as soon as it is finished. Cancelled, the job writes the picture
 * reached so far and draws no more; suspended, it leaves everything to be gone on with. Between two steps others have the
 * device who want to see something at once.
 */
public final class SynthesisJob extends CoreJob {
	/** How much of the work a crash may cost, in nanoseconds. */
	private static final long BETWEEN_CHECKPOINTS = 2_000_000_000L;
	/** How often progress is told of, in nanoseconds; those who show it redraw each time, which costs steps. */
	private static final long BETWEEN_REPORTS = 500_000_000L;

	/** A model that was found to be the one that recipes of a folder name. */
	private record Checked(Recipe.FileReference reference, Path folder, Network network) {
	}

	private final OpenNetworks networks;
	private final SynthesisPreparation preparation;
	private final SynthesisListener listener;
	/** What has not begun; guarded by this job, like the next field. */
	private final Deque<SynthesisOrder> waiting = new ArrayDeque<>();
	private final Set<Path> dropped = new HashSet<>();
	private volatile Steering steering = new Steering();
	private volatile boolean suspended;
	/** What is being drawn; read and written on the job's thread only, like the fields below. */
	private Optional<SynthesisOrder> current = Optional.empty();
	private OpenNetwork open;
	private Optional<Checked> checked = Optional.empty();
	private long lastCheckpoint;
	private long lastReport;
	private boolean told;

	/**
	 * @param name for the user's eyes; tells the model and the unit
	 * @param owner the part that wants the pictures; see {@link CoreJob}
	 * @param orders at least one; the others are drawn even if one fails
	 */
	public SynthesisJob(String name, Object owner, OpenNetworks networks, List<SynthesisOrder> orders,
			SynthesisListener listener) {
		this(name, owner, networks, models -> List.of(), listener);
		waiting.addAll(orders);
	}

	/**
	 * @param name for the user's eyes; tells the model and the unit
	 * @param owner the part that wants the pictures; see {@link CoreJob}
	 * @param preparation makes the orders when the job runs; tells by itself whoever wants them if it fails
	 */
	public SynthesisJob(String name, Object owner, OpenNetworks networks, SynthesisPreparation preparation,
			SynthesisListener listener) {
		super(name, owner);
		this.networks = networks;
		this.preparation = preparation;
		this.listener = listener;
		setPriority(LONG);
		addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				// Also if it was cancelled before it began; after a defect, which would only show itself again.
				if (!suspended) {
					forgetAll();
				}
			}
		});
	}

	/**
	 * Gives up pictures that have not begun; others stay as they are. Deletes files.
	 *
	 * @param pictures where they would lie
	 */
	public synchronized void drop(Collection<Path> pictures) {
		dropped.addAll(pictures);
		waiting.removeIf(order -> {
			boolean unwanted = dropped.contains(order.from().picture());
			if (unwanted) {
				forget(order);
			}
			return unwanted;
		});
	}

	private synchronized void enqueue(List<SynthesisOrder> orders) {
		waiting.addAll(orders);
		drop(List.of());
	}

	private synchronized Optional<SynthesisOrder> next() {
		return Optional.ofNullable(waiting.poll());
	}

	private synchronized int left() {
		return waiting.size();
	}

	private synchronized void forgetAll() {
		waiting.forEach(SynthesisJob::forget);
		waiting.clear();
		current.ifPresent(SynthesisJob::forget);
	}

	/** Ends the job before its next step, as when the program ends; what is not finished can be gone on with from its store. */
	public void suspend() {
		suspended = true;
		cancel();
	}

	/** Whether the job ended, or will, with everything left to be gone on with. */
	public boolean isSuspended() {
		return suspended;
	}

	@Override
	protected void canceling() {
		steering.stop();
	}

	/** Suspends all jobs of this kind, as when the program ends, and waits for the steps that they are at. */
	public static void suspendAll() {
		Job[] jobs = getJobManager().find(SynthesisJob.class);
		for (Job job : jobs) {
			((SynthesisJob) job).suspend();
		}
		try {
			for (Job job : jobs) {
				job.join();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		StarfishException failure = null;
		try {
			enqueue(preparation.orders(file -> {
				open(file, unlessSuspended(progress));
				return open.model();
			}));
			int done = 0;
			for (Optional<SynthesisOrder> order = next(); order.isPresent(); order = next(), done++) {
				int before = done;
				Progress ofAll = (task, fraction) -> progress.report(task, (before + fraction) / (before + 1 + left()));
				current = order;
				ofAll.report("", 0);
				try {
					draw(order.get(), ofAll);
				} catch (StarfishException e) {
					forget(order.get());
					listener.failed(order.get(), e.getMessage());
					failure = e;
				}
			}
		} finally {
			if (open != null) {
				open.close();
			}
		}
		if (failure != null) {
			told = true;
			throw failure;
		}
	}

	/** What is wanted has to come into the store, also if the program ends at that moment. */
	private Progress unlessSuspended(Progress progress) {
		return (task, fraction) -> {
			if (!suspended) {
				progress.report(task, fraction);
			}
		};
	}

	/** Reading a model takes little of the time that its pictures take. */
	private static Progress ofNoAccount(Progress progress) {
		return (task, fraction) -> progress.report(task, 0);
	}

	private void draw(SynthesisOrder order, Progress progress) throws StarfishException {
		CheckpointFile from = order.from();
		steering = listener.beginning(order);
		// Asked after that: whoever cancels now, when it may be paused, stops this steering or is seen here.
		progress.report("", 0);
		var references = new RecipeReferences(from.checkpoint().recipe(), from.picture());
		RecipeFile files = RecipeFile.at(from.picture(), true);
		Optional<RgbImage> start = references.start();
		open(from, references, progress);
		Checkpoint begun = from.checkpoint().step() > 0 ? from.checkpoint() : Checkpoint.begin(references.identified());
		lastCheckpoint = System.nanoTime();
		lastReport = lastCheckpoint - BETWEEN_REPORTS;
		Synthesis synthesis = new GradientAscent(open.network(), open::plan).apartFrom(references.earlier())
				.resume(begun, start, steering, frame -> stepped(order, frame, progress));
		if (suspended && synthesis.cancelled()) {
			store(order, synthesis.checkpoint());
			throw new CancellationException("suspended");
		}
		if (synthesis.cancelled() && synthesis.steps() == 0) {
			forget(order);
			listener.dropped(order);
		} else {
			files.write(synthesis.picture(), synthesis.recipe());
			forget(order);
			listener.finished(order, synthesis);
		}
		progress.report("", 1);
	}

	/** Opens the model of a picture. Its whole file is read to know it again; but only once for pictures of the same folder. */
	private void open(CheckpointFile from, RecipeReferences references, Progress progress) throws StarfishException {
		Recipe.FileReference reference = from.checkpoint().recipe().model();
		Path folder = from.picture().toAbsolutePath().getParent();
		if (checked.isPresent() && checked.get().reference().equals(reference) && checked.get().folder().equals(folder)) {
			open(open.model().file().path(), progress);
			if (open.network() == checked.get().network()) {
				return;
			}
		}
		open(references.model().path(), progress);
		checked = Optional.of(new Checked(reference, folder, open.network()));
	}

	/** Opens the next model before the last one is closed, which is the same one as a rule. */
	private void open(Path model, Progress progress) throws StarfishException {
		OpenNetwork last = open;
		open = networks.open(model, ofNoAccount(progress));
		if (last != null) {
			last.close();
		}
	}

	private void stepped(SynthesisOrder order, Frame frame, Progress progress) {
		listener.stepped(order, frame);
		if (System.nanoTime() - lastCheckpoint > BETWEEN_CHECKPOINTS) {
			store(order, frame.checkpoint().get());
			lastCheckpoint = System.nanoTime();
		}
		long now = System.nanoTime();
		if (frame.step() == frame.total() || now - lastReport > BETWEEN_REPORTS) {
			lastReport = now;
			progress.report(String.format(Locale.ROOT, "%s, step %d of %d", order.from().picture().getFileName(), frame.step(),
					frame.total()), (double) frame.step() / frame.total());
		}
	}

	private static void store(SynthesisOrder order, Checkpoint checkpoint) {
		try {
			if (order.store().isPresent()) {
				new CheckpointFile(order.from().picture(), checkpoint).write(order.store().get());
			}
		} catch (StarfishException e) {
			// The picture is worth more than its insurance; where it is written there will be a better place to say so.
			return;
		}
	}

	private static void forget(SynthesisOrder order) {
		try {
			if (order.store().isPresent()) {
				Files.deleteIfExists(order.store().get());
			}
		} catch (IOException e) {
			// It would be drawn once more, to the same bytes.
			return;
		}
	}

	@Override
	protected void failed(String sentence) {
		if (!told) {
			current.ifPresent(order -> listener.failed(order, sentence));
		}
	}
}
