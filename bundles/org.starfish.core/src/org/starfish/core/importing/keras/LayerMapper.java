// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import org.starfish.core.StarfishException;

/** Adds what a Keras layer computes to the network. */
@FunctionalInterface
interface LayerMapper {
	void map(LayerCall call) throws StarfishException;
}
