// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the package of the same name. */
package org.starfish.core.activation;
