// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Sessions of an IDE in a process of its own, which ends by itself or is killed, and is started again. */
package org.starfish.ui.tests.sessions;
