// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How fast an ascent is, and how long it will take. Not safe for use by several threads at once. */
final class Pace {
	private static final double SECOND = 1e9;
	/** How far back, in nanoseconds, steps tell how fast it is now. */
	private static final double MEMORY = 3 * SECOND;

	private record Tick(int step, int octave, long time) {
	}

	private final int stepsAnOctave;
	/** What a step of an octave costs, in steps of the one before. */
	private final double growth;
	private final Deque<Tick> ticks = new ArrayDeque<>();

	/**
	 * @param octaveScale factor from one octave's width to the next
	 */
	Pace(int stepsAnOctave, double octaveScale) {
		this.stepsAnOctave = stepsAnOctave;
		growth = octaveScale * octaveScale;
	}

	/** A step was taken. */
	void tick(int step, int octave, long time) {
		if (!ticks.isEmpty() && ticks.getLast().octave() != octave) {
			ticks.clear();
		}
		ticks.addLast(new Tick(step, octave, time));
		while (ticks.size() > 2 && time - ticks.getFirst().time() > MEMORY) {
			ticks.removeFirst();
		}
	}

	/** Steps a second, as it is now; empty as long as that is not known. */
	Optional<Double> stepsPerSecond() {
		if (ticks.size() < 2) {
			return Optional.empty();
		}
		Tick first = ticks.getFirst();
		Tick last = ticks.getLast();
		double seconds = (last.time() - first.time()) / SECOND;
		return seconds <= 0 ? Optional.empty() : Optional.of((last.step() - first.step()) / seconds);
	}

	/**
	 * Seconds to the end, if it goes on like that.
	 *
	 * @param octaves how many there are
	 */
	Optional<Double> secondsLeft(int octaves) {
		Optional<Double> speed = stepsPerSecond();
		if (speed.isEmpty()) {
			return Optional.empty();
		}
		Tick last = ticks.getLast();
		double steps = (double) last.octave() * stepsAnOctave - last.step();
		double cost = 1;
		for (int octave = last.octave(); octave < octaves; octave++) {
			cost *= growth;
			steps += cost * stepsAnOctave;
		}
		return Optional.of(steps / speed.get());
	}
}
