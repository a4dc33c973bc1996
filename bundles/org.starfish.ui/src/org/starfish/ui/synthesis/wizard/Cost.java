// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.Schedule;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.synthesis.StepTimes;

/** What the choices will cost, in words. Times are those that were measured; where none was, nothing is said of time. */
final class Cost {
	private static final int MINUTE = 60;
	private static final int HOUR = 3600;
	/** Below this many minutes seconds still matter. */
	private static final int FEW = 2;

	/** Pictures of one kind take the same time. */
	private record Kind(Set<String> layers, Parameters parameters) {
	}

	private final Choices choices;
	private final StepTimes times = StepTimes.ofWorkspace();

	Cost(Choices choices) {
		this.choices = choices;
	}

	/** The number of pictures and how long they will take; empty if there are none. */
	String text() {
		int count = choices.count();
		if (count == 0 || choices.model().isEmpty()) {
			return "";
		}
		String pictures = count == 1 ? Messages.Cost_one : NLS.bind(Messages.Cost_many, count);
		OptionalDouble seconds = seconds();
		return seconds.isEmpty() ? NLS.bind(Messages.Cost_unknown, pictures)
				: NLS.bind(Messages.Cost_known, pictures, duration(seconds.getAsDouble()));
	}

	private OptionalDouble seconds() {
		Map<Kind, OptionalDouble> known = new HashMap<>();
		double sum = 0;
		for (Wish wish : choices.wishes()) {
			OptionalDouble one = known.computeIfAbsent(new Kind(layers(wish.subject().target()), wish.parameters()),
					kind -> seconds(wish));
			if (one.isEmpty()) {
				return one;
			}
			sum += one.getAsDouble();
		}
		return OptionalDouble.of(sum);
	}

	private OptionalDouble seconds(Wish wish) {
		Model model = choices.model().orElseThrow();
		try {
			return times.of(model.file().path(),
					Schedule.of(model.network(), wish.subject().target(), wish.parameters()));
		} catch (StarfishException e) {
			// The preview says what is wrong.
			return OptionalDouble.empty();
		}
	}

	private static Set<String> layers(Target target) {
		return switch (target) {
		case Target.OfUnit unit -> Set.of(unit.address().layer());
		case Target.OfLayer layer -> Set.of(layer.layer());
		case Target.OfUnits units -> units.units().stream().map(unit -> unit.address().layer()).collect(Collectors.toSet());
		};
	}

	/** As {@code 40 s}, {@code 6 min} or {@code 1 h 20 min}. */
	static String duration(double seconds) {
		long whole = Math.max(1, Math.round(seconds));
		if (whole < FEW * MINUTE) {
			return NLS.bind(Messages.Cost_seconds, whole);
		}
		long minutes = Math.round(seconds / MINUTE);
		return seconds < HOUR ? NLS.bind(Messages.Cost_minutes, minutes)
				: NLS.bind(Messages.Cost_hours, minutes / MINUTE, minutes % MINUTE);
	}
}
