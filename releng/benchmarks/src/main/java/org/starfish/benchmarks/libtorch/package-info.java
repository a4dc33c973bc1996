// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** libtorch as a contestant: networks written as TorchScript modules, and run through DJL. */
package org.starfish.benchmarks.libtorch;
