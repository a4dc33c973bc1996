// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

/** The order in which a network takes the colours of a pixel. */
public enum ColorOrder {
	/** Red, green, blue. */
	RGB,
	/** Blue, green, red, as OpenCV and so Caffe have it. */
	BGR,
	/** Brightness only, repeated if the network has three channels. */
	GRAY
}
