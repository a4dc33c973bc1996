// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Reads Keras models: HDF5 files of Keras 1 to 3 and {@code .keras} files, mapped layer by layer. */
package org.starfish.core.importing.keras;
