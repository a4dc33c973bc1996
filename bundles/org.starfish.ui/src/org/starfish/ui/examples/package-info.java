// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The example project: Tidepool, its labels and its pictures, in the workspace. */
package org.starfish.ui.examples;
