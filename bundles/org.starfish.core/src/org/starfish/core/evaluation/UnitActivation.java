// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.evaluation;

import java.util.Optional;

import org.starfish.core.network.UnitAddress;

/**
 * How active a unit is.
 *
 * @param unit by index
 * @param label what it is called, if it is a class
 * @param value its activation, of a channel the mean over the positions
 */
public record UnitActivation(UnitAddress unit, Optional<String> label, double value) {
}
