// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The editor of a model: what its layers answer to a picture, as a grid of channels and one of them closely. */
package org.starfish.ui.activation;
