// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.nio.file.Path;

import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;

import picocli.CommandLine.Option;

/** Whether results may replace files. */
final class OutputOption {
	@Option(names = "--force", description = "Replace files that exist.")
	private boolean force;

	/** Checks a result's name before the work begins. */
	ResultFile at(Path path) throws StarfishException {
		return ResultFile.at(path, force);
	}

	boolean force() {
		return force;
	}
}
