// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.PreviewJob;
import org.starfish.core.model.Model;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.Schedule;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.Recipe.EngineChoice;
import org.starfish.core.synthesis.recipe.Recipe.FileReference;
import org.starfish.ui.synthesis.StepTimes;
import org.starfish.ui.synthesis.Trace;

/**
 * The first picture that the choices lead to, drawn while they are made: in half the network's size where its layers take that,
 * since a smaller picture saves nothing where it has to be enlarged for them, and never larger than it is wanted. Begins anew
 * whenever the picture would be another one. Measures how long steps take. For the thread of the user interface.
 */
final class Preview implements AutoCloseable {
	/** Smaller pictures show little. */
	private static final int LEAST_HEIGHT = 32;
	private static final double SECOND = 1e9;
	/** Fewer steps tell little about how long they take. */
	private static final int ENOUGH_STEPS = 4;
	/** Nanoseconds between two pictures at least. */
	private static final long LEAST_PERIOD = 40_000_000;
	private static final double MEGAPIXEL = 1e6;

	/**
	 * How far the picture has come.
	 *
	 * @param step how many have been taken
	 * @param total how many there will be
	 * @param octave which one, from 1
	 * @param octaves how many there are
	 * @param rank of the unit in its layer, 1 for the first; 0 if that means nothing
	 */
	record Advance(int step, int total, int octave, int octaves, int rank) {
	}

	/** One picture that is being drawn, or was. All but the schedule is written by the job's thread. */
	private static final class Drawing {
		private final PreviewJob.Request request;
		private final Schedule schedule;
		private final Trace trace = new Trace();
		private final AtomicBoolean announced = new AtomicBoolean();
		private long lastStep;
		private int lastOctave;
		private int measuredSteps;
		private double measuredSeconds;
		private double measuredPixels;
		private long lastPicture;
		private volatile OptionalDouble pace = OptionalDouble.empty();
		private volatile RgbImage picture;
		private volatile Advance advance;
		private volatile boolean over;
		private volatile Optional<String> trouble = Optional.empty();

		Drawing(PreviewJob.Request request, Schedule schedule) {
			this.request = request;
			this.schedule = schedule;
		}

		/** Measures the time of a step, without that of making a plan. */
		void measure(Frame frame, long time) {
			if (frame.octave() == lastOctave) {
				measuredSteps++;
				measuredSeconds += (time - lastStep) / SECOND;
				measuredPixels += schedule.stages().get(frame.octave() - 1).viewPixels() / MEGAPIXEL;
				if (measuredSteps >= ENOUGH_STEPS) {
					pace = OptionalDouble.of(measuredSeconds / measuredPixels);
				}
			}
			lastOctave = frame.octave();
			lastStep = time;
		}

		/** Whether it is time for another picture; more would not be seen. */
		boolean isDue(long time) {
			boolean due = !announced.get() && (picture == null || time - lastPicture > LEAST_PERIOD);
			if (due) {
				lastPicture = time;
			}
			return due;
		}
	}

	private final OpenNetwork network;
	private final Executor userInterface;
	private final Runnable changed;
	private final PreviewJob job;
	private volatile Optional<Drawing> drawing = Optional.empty();
	private Optional<String> trouble = Optional.empty();
	private boolean closed;

	/**
	 * @param network closed with this
	 * @param userInterface runs work on the thread of the user interface, later
	 * @param changed told when there is something new to be seen
	 */
	Preview(OpenNetwork network, Executor userInterface, Runnable changed) {
		this.network = network;
		this.userInterface = userInterface;
		this.changed = changed;
		job = new PreviewJob(NLS.bind(Messages.Preview_job, network.network().file().getFileName()), this, network,
				new Listener());
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				userInterface.execute(Preview.this::closeNetwork);
			}
		});
	}

	/**
	 * Draws this instead of what was drawn before, unless it is the same.
	 *
	 * @param start what it starts from, if not from noise; its shape is kept where the picture's is
	 */
	void show(Wish wish, Optional<StartImage> start) {
		try {
			Model model = network.model();
			Parameters parameters = start.isPresent() ? wish.parameters() : reduced(model, wish);
			Recipe recipe = new Recipe(new FileReference(model.file().path().toString(), ""), model.preprocessing(),
					wish.subject().target(), Optional.empty(), "", parameters, wish.seed(),
					start.map(image -> new FileReference(image.file().toString(), image.sha256())), EngineChoice.here(), "");
			var request = new PreviewJob.Request(recipe, start.map(StartImage::picture));
			trouble = Optional.empty();
			if (drawing.filter(last -> last.request.equals(request) && (last.over || isRunning())).isEmpty()) {
				drawing = Optional.of(
						new Drawing(request, Schedule.of(model.network(), wish.subject().target(), parameters)));
				job.request(request);
			}
		} catch (StarfishException e) {
			stop();
			trouble = Optional.of(e.getMessage());
		}
	}

	private boolean isRunning() {
		return job.getState() != Job.NONE;
	}

	private static Parameters reduced(Model model, Wish wish) throws StarfishException {
		int own = model.network().inputShape().height();
		int wanted = wish.parameters().integer(Parameter.SIZE) == 0 ? own : wish.parameters().integer(Parameter.SIZE);
		int half = Math.max(LEAST_HEIGHT, own / 2);
		Parameters small = wish.parameters().with(Parameter.SIZE, Math.min(half, wanted));
		Schedule schedule = Schedule.of(model.network(), wish.subject().target(), small);
		boolean worthIt = schedule.last().viewHeight() == schedule.last().height();
		return worthIt ? small : wish.parameters().with(Parameter.SIZE, Math.min(own, wanted));
	}

	/** Draws no more; what was drawn stays. */
	void stop() {
		job.cancel();
	}

	/** The picture so far. */
	Optional<RgbImage> picture() {
		return drawing.map(last -> last.picture);
	}

	/** How far it has come; empty before the first step. */
	Optional<Advance> advance() {
		return drawing.map(last -> last.advance);
	}

	/** The objective's value over the steps. */
	Trace.Steps steps() {
		return drawing.map(last -> last.trace).orElseGet(Trace::new).steps();
	}

	/** What is being drawn is as large as this in the end. */
	Optional<Schedule.Stage> size() {
		return drawing.map(last -> last.schedule.last());
	}

	/** Why there is no picture, or not a good one, in one sentence. */
	Optional<String> trouble() {
		return trouble.or(() -> drawing.flatMap(last -> last.trouble));
	}

	/** Ends it, and gives the network back as soon as nothing runs. */
	@Override
	public void close() {
		closed = true;
		job.cancel();
		closeNetwork();
	}

	private void closeNetwork() {
		if (closed && !isRunning()) {
			network.close();
		}
	}

	private void announce(Drawing current) {
		if (!current.announced.getAndSet(true)) {
			userInterface.execute(() -> {
				current.announced.set(false);
				if (!closed) {
					current.pace.ifPresent(seconds -> StepTimes.ofWorkspace().measured(network.model().file().path(),
							current.schedule.layers(), seconds));
					changed.run();
				}
			});
		}
	}

	/** On the job's thread. */
	private final class Listener implements PreviewJob.Listener {
		private Optional<Drawing> of(PreviewJob.Request request) {
			return drawing.filter(current -> current.request == request);
		}

		@Override
		public void stepped(PreviewJob.Request request, Frame frame) {
			of(request).ifPresent(current -> {
				long time = System.nanoTime();
				current.measure(frame, time);
				current.trace.add(frame);
				current.advance = new Advance(frame.step(), frame.total(), frame.octave(), frame.octaves(), frame.rank());
				current.trouble = frame.diagnosis().map(Diagnosis::sentence);
				if (current.isDue(time)) {
					current.picture = frame.picture().get();
					announce(current);
				}
			});
		}

		@Override
		public void finished(PreviewJob.Request request, Synthesis synthesis) {
			of(request).ifPresent(current -> {
				current.picture = synthesis.picture();
				current.trouble = synthesis.diagnosis().map(Diagnosis::sentence);
				current.over = true;
				announce(current);
			});
		}

		@Override
		public void failed(PreviewJob.Request request, String sentence) {
			of(request).ifPresent(current -> {
				current.trouble = Optional.of(sentence);
				current.over = true;
				announce(current);
			});
		}
	}
}
