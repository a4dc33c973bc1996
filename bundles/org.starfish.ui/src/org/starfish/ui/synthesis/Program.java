// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Version;

/** The program, as recipes name it. */
final class Program {
	private static final String CORE = "org.starfish.core";

	private Program() {
	}

	/** The program and its version, as {@code starfish 0.1.0}. */
	static String name() {
		Version version = Platform.getBundle(CORE).getVersion();
		return "starfish %d.%d.%d".formatted(version.getMajor(), version.getMinor(), version.getMicro());
	}
}
