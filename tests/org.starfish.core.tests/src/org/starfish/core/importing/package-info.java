// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests reading the real models of the test data: models.json says what is expected of each. */
package org.starfish.core.importing;
