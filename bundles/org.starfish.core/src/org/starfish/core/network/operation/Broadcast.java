// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network.operation;

import java.util.Arrays;

import org.starfish.core.StarfishException;

/** Which shapes of the same rank go together when axes of size 1 stretch. */
final class Broadcast {
	private Broadcast() {
	}

	/** The shape that both stretch to. */
	static int[] together(int[] a, int[] b) throws StarfishException {
		if (a.length != b.length) {
			throw new StarfishException("shapes %s and %s differ in rank".formatted(Arrays.toString(a), Arrays.toString(b)));
		}
		int[] result = new int[a.length];
		for (int axis = 0; axis < a.length; axis++) {
			if (a[axis] != b[axis] && a[axis] != 1 && b[axis] != 1) {
				throw new StarfishException(
						"shapes %s and %s do not go together".formatted(Arrays.toString(a), Arrays.toString(b)));
			}
			result[axis] = Math.max(a[axis], b[axis]);
		}
		return result;
	}

	/** Checks that {@code small} stretches to {@code target}. */
	static void onto(int[] target, int[] small) throws StarfishException {
		if (!Arrays.equals(together(target, small), target)) {
			throw new StarfishException(
					"%s does not stretch to %s".formatted(Arrays.toString(small), Arrays.toString(target)));
		}
	}
}
