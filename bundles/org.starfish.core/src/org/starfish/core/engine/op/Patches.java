// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.engine.op;

/** Adds up patches where the windows of a convolution lie ("col2im"). */
final class Patches {
	private Patches() {
	}

	/**
	 * @param patches {@code [batch, outHeight, outWidth, kH, kW, channels]}
	 * @param into {@code [batch, height, width, groups * channels]}, added to
	 * @param group which channels of {@code into}
	 */
	static void scatter(float[] patches, int batch, Geometry g, int channels, float[] into, int groups, int group) {
		int from = 0;
		for (int n = 0; n < batch; n++) {
			for (int oy = 0; oy < g.outHeight(); oy++) {
				for (int ox = 0; ox < g.outWidth(); ox++) {
					for (int ky = 0; ky < g.kernelHeight(); ky++) {
						int y = oy * g.strideY() - g.top() + ky * g.dilationY();
						for (int kx = 0; kx < g.kernelWidth(); kx++, from += channels) {
							int x = ox * g.strideX() - g.left() + kx * g.dilationX();
							if (y < 0 || y >= g.height() || x < 0 || x >= g.width()) {
								continue;
							}
							int to = (((n * g.height() + y) * g.width() + x) * groups + group) * channels;
							for (int c = 0; c < channels; c++) {
								into[to + c] += patches[from + c];
							}
						}
					}
				}
			}
		}
	}
}
