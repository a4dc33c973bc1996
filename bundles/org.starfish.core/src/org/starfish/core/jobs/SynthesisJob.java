// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;
import org.starfish.core.synthesis.Checkpoint;
import org.starfish.core.synthesis.CheckpointFile;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.core.synthesis.RecipeReferences;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;

/**
 * Synthesizes pictures, one after the other. Each is written as soon as it is finished. Cancelled, the job writes the picture
 * reached so far and draws no more; suspended, it leaves everything to be gone on with. Between two steps others have the
 * device who want to see something at once.
 */
public final class SynthesisJob extends CoreJob {
	/** How much of the work a crash may cost, in nanoseconds. */
	private static final long BETWEEN_CHECKPOINTS = 2_000_000_000L;

	private final OpenNetworks networks;
	private final List<SynthesisOrder> orders;
	private final SynthesisListener listener;
	private final Steering steering = new Steering();
	private volatile boolean suspended;
	/** What is being drawn; read and written on the job's thread only, like the fields below. */
	private SynthesisOrder current;
	private OpenNetwork open;
	private long lastCheckpoint;
	private boolean told;

	/**
	 * @param name for the user's eyes; tells the model and the unit
	 * @param owner the part that wants the pictures; see {@link CoreJob}
	 * @param orders at least one; the others are drawn even if one fails
	 */
	public SynthesisJob(String name, Object owner, OpenNetworks networks, List<SynthesisOrder> orders,
			SynthesisListener listener) {
		super(name, owner);
		this.networks = networks;
		this.orders = List.copyOf(orders);
		this.listener = listener;
		current = this.orders.get(0);
		setPriority(LONG);
		addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				// Also if it was cancelled before it began.
				if (!suspended && event.getResult().getSeverity() == IStatus.CANCEL) {
					SynthesisJob.this.orders.forEach(SynthesisJob::forget);
				}
			}
		});
	}

	/** Pauses the job, takes it on by single steps, changes parameters of the picture that is being drawn. */
	public Steering steering() {
		return steering;
	}

	/** What is to be drawn. */
	public List<SynthesisOrder> orders() {
		return orders;
	}

	/** Ends the job before its next step, as when the program ends; what is not finished can be gone on with from its store. */
	public void suspend() {
		suspended = true;
		cancel();
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
			for (int i = 0; i < orders.size(); i++) {
				int before = i;
				Progress ofAll = (task, fraction) -> progress.report(task, (before + fraction) / orders.size());
				ofAll.report("", 0);
				current = orders.get(i);
				try {
					draw(current, ofAll);
				} catch (StarfishException e) {
					forget(current);
					listener.failed(current, e.getMessage());
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

	private void draw(SynthesisOrder order, Progress progress) throws StarfishException {
		CheckpointFile from = order.from();
		var references = new RecipeReferences(from.checkpoint().recipe(), from.picture());
		RecipeFile files = RecipeFile.at(from.picture(), true);
		Optional<RgbImage> start = references.start();
		open(references.model().path(), progress);
		lastCheckpoint = System.nanoTime();
		Synthesis synthesis = new GradientAscent(open.network(), open::plan).resume(from.checkpoint(), start, steering,
				frame -> stepped(order, frame, progress));
		if (suspended && synthesis.cancelled()) {
			store(order, synthesis.checkpoint());
			throw new CancellationException("suspended");
		}
		files.write(synthesis.picture(), synthesis.recipe());
		forget(order);
		listener.finished(order, synthesis);
		if (synthesis.cancelled()) {
			throw new CancellationException();
		}
	}

	/** Opens the next model before the last one is closed, which is the same one as a rule. */
	private void open(Path model, Progress progress) throws StarfishException {
		OpenNetwork last = open;
		open = networks.open(model, progress);
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
		progress.report(String.format(Locale.ROOT, "%s, step %d of %d", order.from().picture().getFileName(), frame.step(),
				frame.total()), (double) frame.step() / frame.total());
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
			listener.failed(current, sentence);
		}
	}
}
