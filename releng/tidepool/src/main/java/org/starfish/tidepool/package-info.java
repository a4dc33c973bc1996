// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Draws ten kinds of sea life and trains Tidepool, the small network that ships with Starfish, to tell them apart. */
package org.starfish.tidepool;
