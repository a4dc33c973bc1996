// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What several test projects share: where test data lies, small networks, gradient checks. */
package org.starfish.testkit;
