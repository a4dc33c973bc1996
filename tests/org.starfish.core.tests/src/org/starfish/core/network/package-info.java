// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of networks, shapes, unit addresses and receptive fields. */
package org.starfish.core.network;
