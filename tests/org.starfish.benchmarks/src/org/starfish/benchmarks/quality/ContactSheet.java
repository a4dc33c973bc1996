// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks;

import java.util.List;

import org.starfish.core.image.Fit;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;

/** Pictures side by side. */
final class ContactSheet {
	private static final int GAP = 4;

	private ContactSheet() {
	}

	/**
	 * A sheet of pictures of one size.
	 *
	 * @param rows in how many rows, filled column by column
	 */
	static RgbImage of(List<RgbImage> pictures, int rows) {
		int height = pictures.get(0).height();
		int width = pictures.get(0).width();
		int columns = (pictures.size() + rows - 1) / rows;
		RgbImage sheet = RgbImage.filled(columns * (width + GAP) - GAP, rows * (height + GAP) - GAP, 0xffffff);
		for (int i = 0; i < pictures.size(); i++) {
			int left = i / rows * (width + GAP);
			int top = i % rows * (height + GAP);
			for (int y = 0; y < height; y++) {
				System.arraycopy(pictures.get(i).rgb(), y * width * 3, sheet.rgb(), ((top + y) * sheet.width() + left) * 3,
						width * 3);
			}
		}
		return sheet;
	}

	/** A picture that has lost its finest detail: half as large, then enlarged again. */
	static RgbImage reduced(RgbImage picture) {
		RgbImage half = Resampler.resize(picture, picture.width() / 2, picture.height() / 2, Fit.STRETCH);
		return Resampler.resize(half, picture.width(), picture.height(), Fit.STRETCH);
	}
}
