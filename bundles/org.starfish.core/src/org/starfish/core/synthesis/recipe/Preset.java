// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

/**
 * A named set of synthesis parameters.
 *
 * @param name as it is written after {@code --preset}
 * @param source where the parameters come from, for the user's eyes
 * @param parameters all of them
 */
public record Preset(String name, String source, Parameters parameters) {
}
