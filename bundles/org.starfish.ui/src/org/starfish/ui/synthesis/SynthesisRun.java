// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.Film;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Recipe;

/**
 * How the synthesis of one picture stands, for all who show it. The job writes it; anybody may read it, and is told of
 * changes on the thread of the user interface, as often as that keeps up.
 */
public final class SynthesisRun {
	/** What a run is doing. */
	public enum State {
		/** Others come first, or the model is being read. */
		WAITING,
		/** The picture grows. */
		RUNNING,
		/** The picture is whole. */
		DONE,
		/** It was stopped; the picture is what was reached. */
		STOPPED,
		/** There is no picture, or it could not be written. */
		FAILED
	}

	/**
	 * How far it has come.
	 *
	 * @param step how many steps have been taken
	 * @param total how many there will be
	 * @param octave which one, from 1
	 * @param octaves how many there are
	 * @param stepsPerSecond how fast it is, if that is known
	 * @param secondsLeft how long it will take, if that is known
	 */
	public record Advance(int step, int total, int octave, int octaves, Optional<Double> stepsPerSecond,
			Optional<Double> secondsLeft) {
	}

	/** Nanoseconds between two pictures at least: a picture is seen to grow, and to draw more often would cost steps. */
	private static final long LEAST_PERIOD = 300_000_000;

	private final SynthesisRequest request;
	private final Executor userInterface;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final Trace trace = new Trace();
	private final Pace pace;
	private final Steering steering = new Steering();
	private volatile Film film = new Film();
	private volatile boolean filmed;
	/** Whether listeners will be told of what happens now. */
	private final AtomicBoolean announced = new AtomicBoolean();
	private SynthesisQueue queue;
	/** When the newest picture was drawn. */
	private long shown;
	private volatile State state = State.WAITING;
	private volatile Optional<RgbImage> picture = Optional.empty();
	private volatile Optional<Advance> advance = Optional.empty();
	private volatile Optional<Recipe> recipe = Optional.empty();
	private volatile Optional<String> trouble = Optional.empty();
	private volatile Optional<Diagnosis> diagnosis = Optional.empty();

	/**
	 * @param userInterface runs work on the thread of the user interface, later
	 */
	SynthesisRun(SynthesisRequest request, Executor userInterface) {
		this.request = request;
		this.userInterface = userInterface;
		Parameters parameters = request.parameters();
		pace = new Pace(parameters.integer(Parameter.STEPS), parameters.number(Parameter.OCTAVE_SCALE));
	}

	/** It is drawn in a queue. */
	void queue(SynthesisQueue drawing) {
		queue = drawing;
	}

	/** The queue in which it is drawn. */
	SynthesisQueue queue() {
		return queue;
	}

	/** Whether nothing will become of it any more, and nobody looks at it. */
	boolean isUseless() {
		return (isOver() || queue.isSuspended()) && listeners.isEmpty();
	}

	/** Nobody will ask for the picture or its way any more; what was written is in its file. */
	void release() {
		picture = Optional.empty();
		film = new Film();
	}

	/** What is wanted. */
	public SynthesisRequest request() {
		return request;
	}

	/** What it is doing. */
	public State state() {
		return state;
	}

	/** Whether it is over. */
	public boolean isOver() {
		return state != State.WAITING && state != State.RUNNING;
	}

	/** The newest picture. */
	public Optional<RgbImage> picture() {
		return picture;
	}

	/** How far it has come; empty before the first step. */
	public Optional<Advance> advance() {
		return advance;
	}

	/** All steps so far. */
	public Trace trace() {
		return trace;
	}

	/** What is being followed, with the changes made so far; empty before the model is open. */
	public Optional<Recipe> recipe() {
		return isOver() ? recipe : recipe.map(begun -> begun.withChanges(
				Stream.concat(begun.changes().stream(), steering.taken().stream()).toList()));
	}

	/** The parameters of the next step. */
	public Parameters parameters() {
		Parameters now = request.parameters();
		try {
			if (recipe().isPresent()) {
				now = recipe().get().parametersAt(advance.map(Advance::step).orElse(0));
			}
			for (var wanted : steering.wanted().entrySet()) {
				now = now.withChecked(wanted.getKey(), wanted.getValue());
			}
			return now;
		} catch (StarfishException e) {
			// The ascent says so, too.
			return now;
		}
	}

	/** Pictures of its way, to look back at. */
	public Film film() {
		return film;
	}

	/** Somebody wants to look back at its way, so that pictures of it are kept from now on. */
	public void keepFilm() {
		filmed = true;
	}

	/** Why there is no picture, in one sentence. */
	public Optional<String> trouble() {
		return trouble;
	}

	/** What is wrong with the ascent, if something is. */
	public Optional<Diagnosis> diagnosis() {
		return diagnosis;
	}

	/** Pauses it, lets it take single steps, changes its parameters. */
	public Steering steering() {
		return steering;
	}

	/** Adds somebody to be told of changes, on the thread of the user interface. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** The listener is told no more. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** The ascent begins. */
	void begun(Recipe followed) {
		recipe = Optional.of(followed);
		state = State.RUNNING;
		announce();
	}

	/** A step was taken. The picture is drawn only if somebody is going to see it. */
	void stepped(Frame frame, long time) {
		trace.add(frame);
		if (filmed) {
			film.add(frame);
		}
		diagnosis = frame.diagnosis();
		pace.tick(frame.step(), frame.octave(), time);
		advance = Optional.of(new Advance(frame.step(), frame.total(), frame.octave(), frame.octaves(),
				pace.stepsPerSecond(), pace.secondsLeft(frame.octaves())));
		if (picture.isEmpty() || steering.isPaused() || !announced.get() && time - shown >= LEAST_PERIOD) {
			shown = time;
			picture = Optional.of(frame.picture().get());
			announce();
		}
	}

	/** It came to an end, and was written. */
	void ended(Synthesis synthesis) {
		picture = Optional.of(synthesis.picture());
		diagnosis = synthesis.diagnosis();
		recipe = Optional.of(synthesis.recipe());
		advance = advance.map(last -> new Advance(synthesis.steps(), last.total(), last.octave(), last.octaves(),
				last.stepsPerSecond(), Optional.empty()));
		state = synthesis.cancelled() ? State.STOPPED : State.DONE;
		announce();
	}

	/** It came to no end. */
	void failed(String sentence) {
		trouble = Optional.of(sentence);
		state = State.FAILED;
		announce();
	}

	private void announce() {
		if (!announced.getAndSet(true)) {
			userInterface.execute(() -> {
				announced.set(false);
				listeners.forEach(Runnable::run);
			});
		}
	}
}
