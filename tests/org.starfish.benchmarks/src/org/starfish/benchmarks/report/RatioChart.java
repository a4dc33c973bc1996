// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.report;

/** placeholder */
public final class RatioChart {
	private RatioChart() {
	}

	/** draws */
	public static String of(ResultFile results) {
		return "";
	}
}
