// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.contest;

/**
 * What a worker is asked to do; a line of JSON on its standard input.
 *
 * @param action what
 * @param workload for {@link Action#PREPARE}
 * @param form for {@link Action#PREPARE}: how to do it, as an exercise named it before; empty to choose anew
 * @param steps the fewest steps
 * @param seconds how long to take steps at least
 * @param file for {@link Action#RESULT}: where to write the numbers
 */
record Request(Action action, Workload workload, String form, int steps, double seconds, String file) {
	/** The things that a worker does. */
	enum Action {
		/** Say what runs. */
		DESCRIBE,
		/** Make a workload ready, and let go of the one before. */
		PREPARE,
		/** Take steps and answer how long each took. */
		TIME,
		/** Write what came out of the last step, as floats. */
		RESULT,
		/** Take steps and answer what they allocated. */
		ALLOCATION,
		/** Answer how much memory the process takes and has taken at most. */
		MEMORY
	}

	static Request describe() {
		return new Request(Action.DESCRIBE, null, "", 0, 0, null);
	}

	static Request prepare(Workload workload, String form) {
		return new Request(Action.PREPARE, workload, form, 0, 0, null);
	}

	static Request time(int steps, double seconds) {
		return new Request(Action.TIME, null, "", steps, seconds, null);
	}

	static Request result(String file) {
		return new Request(Action.RESULT, null, "", 0, 0, file);
	}

	static Request allocation(int steps) {
		return new Request(Action.ALLOCATION, null, "", steps, 0, null);
	}

	static Request memory() {
		return new Request(Action.MEMORY, null, "", 0, 0, null);
	}
}
