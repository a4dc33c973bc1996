// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Starfish this is. */
final class Version implements IVersionProvider {
	/** System property: the version, if it is known. */
	static final String PROPERTY = "starfish.version";

	/** The program and its version, as recipes name it. */
	static String program() {
		return "starfish " + System.getProperty(PROPERTY, "development build");
	}

	@Override
	public String[] getVersion() {
		return new String[] { program() };
	}
}
