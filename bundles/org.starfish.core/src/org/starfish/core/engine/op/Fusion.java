// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

import java.util.Optional;

import org.starfish.core.network.operation.BatchNormalization;
import org.starfish.core.network.operation.Operation;

/**
 * Layers that are computed as one because nobody looks between them.
 *
 * @param head a convolution or a dense layer
 * @param normalization of the head's answers, whose scale and shift go into the weights
 * @param rectifier of the results
 */
public record Fusion(Operation head, Optional<BatchNormalization> normalization, Optional<Rectifier> rectifier) {
}
