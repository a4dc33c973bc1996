// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Reads ONNX models: the protobuf graph, its operators mapped to those of a network, constants folded. */
package org.starfish.core.importing.onnx;
