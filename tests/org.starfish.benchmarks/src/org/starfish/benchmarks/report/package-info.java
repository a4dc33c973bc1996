// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What was measured, as a table, as JSON and as a picture. */
package org.starfish.benchmarks.report;
