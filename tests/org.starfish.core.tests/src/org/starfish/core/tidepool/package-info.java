// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the network that ships with Starfish, and of the whole way from it to a picture. */
package org.starfish.core.tidepool;
