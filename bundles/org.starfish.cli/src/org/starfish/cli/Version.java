// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Starfish this is. */
final class Version implements IVersionProvider {
	@Override
	public String[] getVersion() {
		return new String[] { "starfish " + System.getProperty("starfish.version", "development build") };
	}
}
