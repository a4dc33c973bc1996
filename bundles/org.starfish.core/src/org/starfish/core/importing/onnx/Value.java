// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

/** What a name in an ONNX graph stands for: numbers known now, or what a layer will answer. */
sealed interface Value permits Constant, LayerValue {
}
