// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Pictures: reading, writing and resizing them, and the colours that numbers are shown in. */
package org.starfish.core.image;
