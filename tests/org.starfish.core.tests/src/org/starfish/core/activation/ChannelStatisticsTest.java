// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;

class ChannelStatisticsTest {
	@Test
	void channelsAreToldApart() {
		float[] values = { 1, -1, 3, 0, 0, -2, 4, 5 };
		List<ChannelStatistics> statistics = ChannelStatistics.of(values, Shape.image(ChannelOrder.FIRST, 2, 2, 2));
		assertEquals(List.of(new ChannelStatistics(0, 2, 4, 0.75f, 0), new ChannelStatistics(-2, 0.5f, 5, 0.25f, 0)),
				statistics);
	}

	@Test
	void elementsOfAVectorAreChannels() {
		assertEquals(new ChannelStatistics(7, 7, 7, 1, 0),
				ChannelStatistics.of(new float[] { 3, 7 }, Shape.vector(2)).get(1));
	}

	@Test
	void valuesThatAreNotFiniteAreCountedAndLeftOut() {
		float[] values = { 1, Float.NaN, Float.POSITIVE_INFINITY, 3 };
		assertEquals(List.of(new ChannelStatistics(1, 2, 3, 0.75f, 2)),
				ChannelStatistics.of(values, Shape.image(ChannelOrder.LAST, 2, 2, 1)));
		assertEquals(List.of(new ChannelStatistics(0, 0, 0, 0, 1)),
				ChannelStatistics.of(new float[] { Float.NaN }, Shape.vector(1)));
	}
}
