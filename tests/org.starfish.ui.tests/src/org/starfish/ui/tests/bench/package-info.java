// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/**
 * Measures the user interface in the running product; {@code ./starfish bench ide} starts these drivers and judges what
 * they find. Each writes a file with numbers, whose name is its first argument.
 */
package org.starfish.ui.tests.bench;
