// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Libraries that compute the same work side by side: each in virtual machines of its own, in rounds that alternate. */
package org.starfish.benchmarks.contest;
