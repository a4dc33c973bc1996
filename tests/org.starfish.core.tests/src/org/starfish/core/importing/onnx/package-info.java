// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests reading ONNX models. */
package org.starfish.core.importing.onnx;
