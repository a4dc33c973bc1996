// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Arrays that are written are read again; damaged ones are refused. */
package org.starfish.core.npy;
