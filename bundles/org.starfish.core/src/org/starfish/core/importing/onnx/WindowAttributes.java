// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.Arrays;

import org.starfish.core.StarfishException;
import org.starfish.core.network.operation.Padding;

/** The attributes that convolutions and pooling share. */
final class WindowAttributes {
	private WindowAttributes() {
	}

	/** Sizes along the spatial axes, each at least 1, which is what they are if not given. */
	static int[] positive(OnnxNode node, String attribute, int axes) throws StarfishException {
		int[] ones = new int[axes];
		Arrays.fill(ones, 1);
		int[] values = node.integers(attribute, ones);
		for (int value : values) {
			if (value < 1) {
				throw node.error(
						"has the impossible value %d for '%s', so the file is damaged".formatted(value, attribute));
			}
		}
		return values;
	}

	/** The padding, from {@code pads} or {@code auto_pad}. */
	static Padding padding(OnnxNode node, int axes) throws StarfishException {
		String auto = node.text("auto_pad", "NOTSET");
		switch (auto) {
		case "VALID":
			return Padding.none(axes);
		case "SAME_UPPER":
			return Padding.SAME;
		case "SAME_LOWER":
			return new Padding(Padding.Mode.SAME_LOWER, new int[0], new int[0]);
		case "NOTSET", "":
			break;
		default:
			throw node.error("has the unknown padding '%s', so the file is damaged".formatted(Printable.of(auto)));
		}
		int[] pads = node.integers("pads", new int[2 * axes]);
		for (int pad : pads) {
			if (pad < 0) {
				throw node.error("has negative padding, which Starfish cannot; export the model with a slice instead");
			}
		}
		return Padding.explicit(Arrays.copyOf(pads, axes), Arrays.copyOfRange(pads, axes, 2 * axes));
	}
}
