// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.section;

import java.util.List;
import java.util.function.Consumer;

import org.starfish.benchmarks.contest.Contest.Effort;
import org.starfish.benchmarks.contest.Subject;

/**
 * What is measured and how thoroughly.
 *
 * @param subjects which networks
 * @param batches which numbers of examples at once
 * @param threads how many threads a library may use
 * @param effort how much each number is measured
 * @param progress told what is going on
 */
public record Settings(List<Subject> subjects, List<Integer> batches, int threads, Effort effort, Consumer<String> progress) {
}
