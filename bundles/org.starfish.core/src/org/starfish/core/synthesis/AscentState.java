// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

/**
 * All that the next steps of an ascent depend on, beside the recipe and the number of steps taken.
 *
 * @param octave of the last step
 * @param kernels the state of the {@link KernelDigest}
 */
record AscentState(OctaveState octave, String kernels) {
}
