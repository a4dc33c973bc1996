// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The parts of the engine's benchmark, each of which can run alone. */
package org.starfish.benchmarks.section;
