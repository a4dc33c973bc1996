// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What {@code ./starfish bench NAME} runs: one class with a {@code main} method for each benchmark. */
package org.starfish.benchmarks;
