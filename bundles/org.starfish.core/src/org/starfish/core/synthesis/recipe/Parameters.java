// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.starfish.core.StarfishException;

/** A value for every {@link Parameter}. Immutable. */
public final class Parameters {
	/** Every parameter at its default, which changes nothing. */
	public static final Parameters NEUTRAL = new Parameters(new EnumMap<>(Parameter.class));

	/** Those values that are not the default. */
	private final Map<Parameter, Object> values;

	private Parameters(Map<Parameter, Object> values) {
		this.values = Collections.unmodifiableMap(values);
	}

	/** These parameters with another whole number. */
	public Parameters with(Parameter parameter, int value) {
		return withKnown(parameter, value);
	}

	/** These parameters with another number. */
	public Parameters with(Parameter parameter, double value) {
		return withKnown(parameter, value);
	}

	/** These parameters with another choice. */
	public Parameters with(Parameter parameter, String choice) {
		return withKnown(parameter, choice);
	}

	private Parameters withKnown(Parameter parameter, Object value) {
		try {
			return withChecked(parameter, value);
		} catch (StarfishException e) {
			throw new IllegalArgumentException(e.getMessage(), e);
		}
	}

	/**
	 * These parameters with another value.
	 *
	 * @param value a number or text, by the parameter's type
	 * @throws StarfishException if the parameter does not take that value
	 */
	public Parameters withChecked(Parameter parameter, Object value) throws StarfishException {
		Map<Parameter, Object> changed = new EnumMap<>(Parameter.class);
		changed.putAll(values);
		changed.put(parameter, parameter.checked(value));
		changed.remove(parameter, parameter.neutral());
		return new Parameters(changed);
	}

	/**
	 * These parameters with one set as a user writes it.
	 *
	 * @param assignment {@code name=value}
	 * @throws StarfishException if there is no such parameter or it does not take that value
	 */
	public Parameters set(String assignment) throws StarfishException {
		int equals = assignment.indexOf('=');
		if (equals < 1) {
			throw new StarfishException("'%s' sets nothing; write name=value, as in steps=100.".formatted(assignment));
		}
		Parameter parameter = Parameter.of(assignment.substring(0, equals).strip());
		return withChecked(parameter, parameter.parsed(assignment.substring(equals + 1).strip()));
	}

	/** The value: an {@code Integer}, {@code Double} or {@code String}, by type. */
	public Object value(Parameter parameter) {
		return values.getOrDefault(parameter, parameter.neutral());
	}

	/** The value of a whole number. */
	public int integer(Parameter parameter) {
		return (Integer) value(parameter);
	}

	/** The value of any number. */
	public double number(Parameter parameter) {
		return ((Number) value(parameter)).doubleValue();
	}

	/** The value of a choice. */
	public String choice(Parameter parameter) {
		return (String) value(parameter);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Parameters parameters && values.equals(parameters.values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** What is not the default, as in {@code {STEPS=100}}. */
	@Override
	public String toString() {
		return values.toString();
	}
}
