// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.io.IOException;

import org.starfish.benchmarks.report.ResultFile;
import org.starfish.core.StarfishException;

/** A part of the benchmark. */
public interface Section {
	/** What it is called on the command line. */
	String name();

	/** Measures, and puts tables and facts into the results. */
	void run(Settings settings, ResultFile results) throws StarfishException, IOException;
}
