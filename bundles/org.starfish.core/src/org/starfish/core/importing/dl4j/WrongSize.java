// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import org.starfish.core.StarfishException;
import org.starfish.core.network.Shape;

/** A picture arrives somewhere in another size than the model was made for. */
final class WrongSize extends StarfishException {
	private static final long serialVersionUID = 1L;

	final int wantedHeight;
	final int wantedWidth;
	final int height;
	final int width;

	WrongSize(int wantedHeight, int wantedWidth, Shape shape) {
		super("it is made for a picture of %dx%d, but gets one of %dx%d".formatted(wantedHeight, wantedWidth,
				shape.height(), shape.width()));
		this.wantedHeight = wantedHeight;
		this.wantedWidth = wantedWidth;
		this.height = shape.height();
		this.width = shape.width();
	}
}
