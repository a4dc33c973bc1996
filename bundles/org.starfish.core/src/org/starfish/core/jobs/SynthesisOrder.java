// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.nio.file.Path;
import java.util.Optional;

import org.starfish.core.synthesis.CheckpointFile;

/**
 * A picture that is to be synthesized.
 *
 * @param from where it lies when it is finished (a picture there is replaced, so ask before), and how far it is
 * @param store the file that holds its checkpoints until then; none if it need not outlive a crash
 */
public record SynthesisOrder(CheckpointFile from, Optional<Path> store) {
}
