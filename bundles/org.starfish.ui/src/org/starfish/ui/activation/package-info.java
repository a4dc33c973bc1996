// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** The activation grid editor: what every channel of a layer answers to a picture. */
package org.starfish.ui.activation;
