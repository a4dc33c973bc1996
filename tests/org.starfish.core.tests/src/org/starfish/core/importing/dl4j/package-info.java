// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests that DL4J models come out as DL4J computes them, and that hostile ones do no harm. */
package org.starfish.core.importing.dl4j;
