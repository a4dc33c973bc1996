// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

/**
 * Names of pictures, of which parts stand for what is drawn: {@code {unit}}, {@code {preset}}, {@code {model}} and
 * {@code {seed}}.
 */
record NamePattern(String text) {
	/** What is used unless somebody says otherwise. */
	static final NamePattern USUAL = new NamePattern("{unit}-{seed}");
	private static final String EXTENSION = ".png";

	/** The name of a picture's file. Where a name is no file name, dashes take the place of what cannot stand there. */
	String fileName(String unit, String preset, String model, long seed) {
		String stem = text.strip().replaceFirst("(?i)\\.png$", "").replace("{unit}", plain(unit)).replace("{preset}", plain(preset))
				.replace("{model}", plain(model.replaceFirst("\\.[^.]+$", ""))).replace("{seed}", Long.toString(seed));
		return stem + EXTENSION;
	}

	private static String plain(String name) {
		return name.replaceAll("[^\\p{L}\\p{N}.,_@()+-]+", "-").replaceAll("^[-.]+|-+$", "");
	}
}
