// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Importers contributed through the extension point {@code modelImporter}: the part of importing that knows Eclipse. */
package org.starfish.core.importing.registry;
