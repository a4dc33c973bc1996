// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tells model files from others by what they hold. */
package org.starfish.ui.contenttype;
