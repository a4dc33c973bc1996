// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Tests of what stands behind the editor of models. */
package org.starfish.ui.activation;
