// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.image.Fit;
import org.starfish.core.preprocessing.ColorOrder;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * A preprocessing as the user writes it: texts that may not be right yet. Immutable.
 *
 * @param base what it was made from; texts that are as they were made stand for its exact values
 * @param order of the colours
 * @param black what black becomes, before mean and deviation
 * @param white what white becomes
 * @param mean one for each channel of the network
 * @param deviation likewise
 * @param fit how pictures are brought to the network's size
 */
record Draft(Preprocessing base, ColorOrder order, String black, String white, List<String> mean,
		List<String> deviation, Fit fit) {
	/** What a user may write wrongly. */
	enum Field {
		BLACK, WHITE, MEAN, DEVIATION
	}

	private static final String CUSTOM = "custom";

	Draft {
		mean = List.copyOf(mean);
		deviation = List.copyOf(deviation);
	}

	/**
	 * A preprocessing in texts.
	 *
	 * @param channels of the network
	 */
	static Draft of(Preprocessing preprocessing, int channels) {
		return new Draft(preprocessing, preprocessing.order(), text(preprocessing.lower()), text(preprocessing.upper()),
				texts(preprocessing.mean(), channels), texts(preprocessing.deviation(), channels), preprocessing.fit());
	}

	private static List<String> texts(List<Double> values, int channels) {
		if (values.size() == channels) {
			return values.stream().map(Draft::text).toList();
		}
		double average = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
		return Collections.nCopies(channels, text(average));
	}

	/** Without the zeros that say nothing. */
	private static String text(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : Double.toString(value);
	}

	/** The same with the colours in another order; mean and deviation go with their colours. */
	Draft ordered(ColorOrder other) {
		boolean turned = order != other && order != ColorOrder.GRAY && other != ColorOrder.GRAY;
		return new Draft(base, other, black, white, turned ? mean.reversed() : mean,
				turned ? deviation.reversed() : deviation, fit);
	}

	/** The same with another range. */
	Draft ranged(String newBlack, String newWhite) {
		return new Draft(base, order, newBlack, newWhite, mean, deviation, fit);
	}

	/** The same with other means and deviations. */
	Draft normalized(List<String> newMean, List<String> newDeviation) {
		return new Draft(base, order, black, white, newMean, newDeviation, fit);
	}

	/** The same with pictures brought to size in another way. */
	Draft fitted(Fit other) {
		return new Draft(base, order, black, white, mean, deviation, other);
	}

	/** What is wrong, for the user's eyes, by field; empty if nothing is. */
	Map<Field, String> problems() {
		Map<Field, String> problems = new EnumMap<>(Field.class);
		check(problems, Field.BLACK, List.of(black));
		check(problems, Field.WHITE, List.of(white));
		check(problems, Field.MEAN, mean);
		check(problems, Field.DEVIATION, deviation);
		if (!problems.containsKey(Field.BLACK) && !problems.containsKey(Field.WHITE)
				&& number(white).get() <= number(black).get()) {
			problems.put(Field.WHITE, NLS.bind(Messages.Draft_notAbove, black.strip()));
		}
		if (!problems.containsKey(Field.DEVIATION) && deviation.stream().anyMatch(text -> number(text).get() <= 0)) {
			problems.put(Field.DEVIATION, Messages.Draft_notPositive);
		}
		return problems;
	}

	private static void check(Map<Field, String> problems, Field field, List<String> texts) {
		texts.stream().filter(text -> number(text).isEmpty()).findFirst().ifPresent(text -> problems.put(field,
				text.isBlank() ? Messages.Draft_missing : NLS.bind(Messages.Draft_noNumber, text.strip())));
	}

	/** A comma will do for a point. */
	private static Optional<Double> number(String text) {
		try {
			// Java would take type suffixes and hexadecimal numbers, too.
			String plain = text.strip().replace(',', '.');
			double value = plain.matches("[-+0-9.eE]+") ? Double.parseDouble(plain) : Double.NaN;
			return Math.abs(value) <= Float.MAX_VALUE ? Optional.of(value) : Optional.empty();
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** What the texts say; empty as long as something is wrong. Has the name of a preset if it is one. */
	Optional<Preprocessing> parse() {
		if (!problems().isEmpty()) {
			return Optional.empty();
		}
		Draft made = of(base, mean.size());
		var parsed = new Preprocessing(CUSTOM, order, number(black).get(), number(white).get(),
				mean.equals(made.mean) ? base.mean() : values(mean),
				deviation.equals(made.deviation) ? base.deviation() : values(deviation), fit);
		if (parsed.named(base.name()).equals(base)) {
			return Optional.of(base);
		}
		return Optional.of(Preprocessing.presets().values().stream()
				.filter(preset -> parsed.named(preset.name()).equals(preset)).findFirst().orElse(parsed));
	}

	/** One value for all channels is written once, as presets do. */
	private static List<Double> values(List<String> texts) {
		List<Double> values = new ArrayList<>(texts.stream().map(text -> number(text).get()).toList());
		return values.stream().distinct().count() == 1 ? List.of(values.get(0)) : values;
	}
}
