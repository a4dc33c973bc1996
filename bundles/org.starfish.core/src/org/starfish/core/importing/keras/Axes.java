// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

/** Translates Keras' axes, which count the batch as axis 0 and may count from the end. */
final class Axes {
	private Axes() {
	}

	/** The axis without the batch. */
	static int of(int axis, Shape shape, LayerCall call) throws StarfishException {
		int own = axis < 0 ? shape.rank() + axis : axis - 1;
		if (own < 0 || own >= shape.rank()) {
			throw call.refusal("works along axis %d of %d, which is not supported".formatted(axis, shape.rank() + 1));
		}
		return own;
	}

	/** A layer's answer, read so that this axis is the one with the channels. */
	static String asChannels(int axis, String input, LayerCall call) throws StarfishException {
		Shape shape = call.shape(input);
		int own = of(axis, shape, call);
		if (own == shape.channelAxis()) {
			return input;
		}
		if (own != 0 && own != shape.rank() - 1) {
			throw call.refusal("works along the middle axis %d, which is not supported".formatted(axis));
		}
		return call.ordered(input, own == 0 ? ChannelOrder.FIRST : ChannelOrder.LAST);
	}
}
