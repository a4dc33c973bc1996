// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evidence;

import java.util.Optional;

import org.starfish.core.network.UnitAddress;

/**
 * A unit that responds.
 *
 * @param unit by index
 * @param label what it is called, if it is a class
 * @param value its activation, of a channel the mean over the positions
 */
public record Firing(UnitAddress unit, Optional<String> label, double value) {
}
