// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What makes an Eclipse IDE with Starfish in it the product Starfish. */
package org.starfish.ide;
