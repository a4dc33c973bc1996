// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of the editor of models. */
package org.starfish.ui.tests.activation;
