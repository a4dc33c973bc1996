// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of opening and sharing models. */
package org.starfish.core.model;
