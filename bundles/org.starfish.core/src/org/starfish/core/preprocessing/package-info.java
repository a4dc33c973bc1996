// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** How pixels become network input and back: guessed from the model, stored beside it, checked. */
package org.starfish.core.preprocessing;
