// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Reads model files into networks: one importer a format, chosen by content; nothing in a file is ever executed. */
package org.starfish.core.importing;
