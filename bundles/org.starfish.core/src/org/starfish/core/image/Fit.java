// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

/** How a picture is made to fit a size of another aspect ratio. */
public enum Fit {
	/** The largest centred part of the right aspect ratio is resized; what sticks out is lost, nothing is distorted. */
	CROP,
	/** Everything is resized; nothing is lost, shapes are distorted. */
	STRETCH
}
