// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the Keras importer on models that the tests write themselves. */
package org.starfish.core.importing.keras;
