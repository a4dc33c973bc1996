// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of which files are taken for models. */
package org.starfish.ui.tests.contenttype;
