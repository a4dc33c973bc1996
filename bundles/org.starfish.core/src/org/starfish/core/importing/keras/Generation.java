// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Keras wrote a model, where that changes what it means.
 *
 * @param major 1, 2 or 3
 * @param minor of the version
 * @param tensorflow whether it is the Keras inside TensorFlow, as in {@code 2.2.4-tf}
 * @param theano whether it computed with Theano, which turns kernels around
 * @param version as the file has it
 * @param backend as the file has it; empty if it does not say
 */
record Generation(int major, int minor, boolean tensorflow, boolean theano, String version, String backend) {
	private static final Pattern VERSION = Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,4}))?.*");

	/**
	 * @param version as in {@code 2.4.0}
	 * @param backend as in {@code tensorflow}
	 */
	static Generation of(String version, String backend) {
		Matcher matcher = VERSION.matcher(version.strip());
		int major = 2;
		int minor = 0;
		if (matcher.matches()) {
			major = Integer.parseInt(matcher.group(1));
			minor = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
		}
		return new Generation(Math.clamp(major, 1, 3), minor, version.contains("-tf"), backend.equals("theano"),
				version, backend);
	}

	/** The format, for the user's eyes. */
	String format() {
		return "Keras " + major;
	}
}
