// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Reads DL4J model zips: class names checked before DL4J sees them, numbers counted before they are allocated. */
package org.starfish.core.importing.dl4j;
