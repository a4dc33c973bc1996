// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Starts the IDE with a driver in it, and makes tables of what the driver has measured. */
package org.starfish.benchmarks.ide;
