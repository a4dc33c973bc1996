// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

/** In what order the channels of a layer are shown. */
public enum ChannelSort {
	/** As the layer has them. */
	INDEX,
	/** The one with the greatest value first. */
	MAXIMUM,
	/** The one with the greatest mean first. */
	MEAN,
	/** The one that is above 0 at the most positions first. */
	ACTIVITY,
	/** The one that is most like a selected channel first; that is the selected one itself. */
	SIMILARITY
}
