// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.ArrayList;
import java.util.List;

/** Which part of a picture is seen and how large; canvases that share one show the same part at the same scale. */
public final class PictureZoom {
	/** How many times as large as fits at most. */
	private static final double MOST = 32;

	private final List<Runnable> listeners = new ArrayList<>();
	private double factor = 1;
	private double x = 0.5;
	private double y = 0.5;
	private int width = 1;
	private int height = 1;

	/** Adds somebody to be told of changes. */
	void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** How many times as large as fits; 1 to 32. */
	public double factor() {
		return factor;
	}

	/** The point in the middle, from 0 at the left to 1 at the right. */
	double x() {
		return x;
	}

	/** The point in the middle, from 0 at the top to 1 at the bottom. */
	double y() {
		return y;
	}

	/** A picture of this size is to fit, and all others beside it at the same scale. */
	public void fit(int pictureWidth, int pictureHeight) {
		if (pictureWidth != width || pictureHeight != height) {
			width = pictureWidth;
			height = pictureHeight;
			changed();
		}
	}

	/** Screen pixels for each pixel of the pictures, in an area. */
	double scale(int areaWidth, int areaHeight) {
		return factor * Math.min((double) areaWidth / width, (double) areaHeight / height);
	}

	/**
	 * Makes it larger or smaller around a point, which stays where it is.
	 *
	 * @param times as large
	 * @param aroundX of the picture, 0 to 1
	 */
	void zoom(double times, double aroundX, double aroundY) {
		double other = Math.clamp(factor * times, 1, MOST);
		double share = factor / other;
		factor = other;
		move(aroundX + (x - aroundX) * share, aroundY + (y - aroundY) * share);
	}

	/** Brings a point to the middle. */
	void move(double toX, double toY) {
		// Half of what is seen lies on each side of the middle, as long as there is that much.
		double margin = 0.5 / factor;
		x = Math.clamp(toX, margin, 1 - margin);
		y = Math.clamp(toY, margin, 1 - margin);
		changed();
	}

	/** Shows the whole picture. */
	void reset() {
		factor = 1;
		move(0.5, 0.5);
	}

	private void changed() {
		listeners.forEach(Runnable::run);
	}
}
