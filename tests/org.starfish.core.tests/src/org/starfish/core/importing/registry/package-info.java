// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the extension point for importers. */
package org.starfish.core.importing.registry;
