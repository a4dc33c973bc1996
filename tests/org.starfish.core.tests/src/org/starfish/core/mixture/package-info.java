// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Checks the ranking of units over groups of pictures, and the mixtures made of it. */
package org.starfish.core.mixture;
