// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;

/** Whether pictures show what a unit responds to most, or least. */
enum Direction {
	MAXIMUM("maximize"), MINIMUM("minimize"), BOTH("maximize", "minimize");

	private final List<String> values;

	Direction(String... values) {
		this.values = List.of(values);
	}

	/** The values of the parameter of this name, one for each picture of a subject. */
	List<String> ways() {
		return values;
	}

	/** The direction that one such value means. */
	static Direction of(String value) {
		return MINIMUM.values.contains(value) ? MINIMUM : MAXIMUM;
	}
}
