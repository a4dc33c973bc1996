// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.util.Arrays;

/** A line through space with a radius at each point. */
final class Path {
	private float[] values = new float[64];
	private int size;

	Path add(float x, float y, float z, float radius) {
		if (4 * size + 4 > values.length) {
			values = Arrays.copyOf(values, 2 * values.length);
		}
		values[4 * size] = x;
		values[4 * size + 1] = y;
		values[4 * size + 2] = z;
		values[4 * size + 3] = radius;
		size++;
		return this;
	}

	int size() {
		return size;
	}

	float x(int i) {
		return values[4 * i];
	}

	float y(int i) {
		return values[4 * i + 1];
	}

	float z(int i) {
		return values[4 * i + 2];
	}

	float radius(int i) {
		return values[4 * i + 3];
	}

	float length() {
		var sum = 1e-6f;
		for (var i = 0; i + 1 < size; i++) {
			var dx = x(i + 1) - x(i);
			var dy = y(i + 1) - y(i);
			var dz = z(i + 1) - z(i);
			sum += (float) Math.sqrt(dx * dx + dy * dy + dz * dz);
		}
		return sum;
	}
}
