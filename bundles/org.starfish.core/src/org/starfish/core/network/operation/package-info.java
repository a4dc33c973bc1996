// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** What a layer computes: one record an operation, with its shapes, parameters and cost. */
package org.starfish.core.network.operation;
