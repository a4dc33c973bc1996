// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.starfish.core.image.Colormap;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;

class LayerActivationTest {
	private static final ReceptiveField FIELD = new ReceptiveField(3, 3, 1, 1, -1, -1, false);

	/** Of 2 rows, 1 column and 4 channels: one grows, one is dead, one is like the first but weaker, one is opposite. */
	private static LayerActivation small() {
		return LayerActivation.of("some", Shape.image(ChannelOrder.FIRST, 2, 1, 4),
				new float[] { 1, 0, 0.5f, -1, 3, 0, 1.5f, -3 }, FIELD, List.of(), 7);
	}

	private static LayerActivation dense(float... values) {
		return LayerActivation.of("dense", Shape.vector(values.length), values);
	}

	@ParameterizedTest
	@EnumSource(ChannelOrder.class)
	void valuesKeepTheirPlaces(ChannelOrder order) {
		float[] values = new float[2 * 3 * 4];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
		}
		LayerActivation activation = LayerActivation.of("some", Shape.image(order, 2, 3, 4), values.clone());
		assertEquals(2, activation.height());
		assertEquals(3, activation.width());
		assertEquals(4, activation.channels());
		assertEquals((1 * 3 + 2) * 4 + 3, activation.at(3, 2, 1));
		assertArrayEquals(new float[] { 1, 5, 9, 13, 17, 21 }, activation.channel(1));
		assertArrayEquals(values, activation.values());
	}

	@Test
	void everyChannelHasItsNumbers() {
		LayerActivation activation = small();
		assertEquals(new ChannelStatistics(1, 2, 3, 1, 0), activation.statistics(0));
		assertEquals(new ChannelStatistics(-3, -2, -1, 0, 0), activation.statistics(3));
		assertEquals(new Bounds(-3, 3), activation.bounds());
		assertEquals(new Bounds(0.5f, 1.5f), activation.bounds(2));
		assertTrue(activation.statistics(1).isDead());
		assertFalse(activation.statistics(3).isDead(), "what is negative answers, too");
		assertEquals(1, activation.dead());
	}

	@Test
	void channelsAreSortedTheStrongestFirst() {
		LayerActivation activation = small();
		assertArrayEquals(new int[] { 0, 1, 2, 3 }, activation.order(ChannelSort.INDEX, 0, false));
		assertArrayEquals(new int[] { 0, 2, 1, 3 }, activation.order(ChannelSort.MAXIMUM, 0, false));
		assertArrayEquals(new int[] { 0, 2, 1, 3 }, activation.order(ChannelSort.MEAN, 0, false));
		assertArrayEquals(new int[] { 0, 2, 1, 3 }, activation.order(ChannelSort.ACTIVITY, 0, false));
		assertArrayEquals(new int[] { 3, 1, 0, 2 }, activation.order(ChannelSort.SIMILARITY, 3, false));
		assertArrayEquals(new int[] { 1, 0, 2, 3 }, activation.order(ChannelSort.SIMILARITY, 1, false));
		assertArrayEquals(new int[] { 0, 2, 3 }, activation.order(ChannelSort.INDEX, 0, true));
	}

	@Test
	void similarityIsTheCosine() {
		float[] similarity = small().similarity(2);
		assertArrayEquals(new float[] { 1, 0, 1, -1 }, similarity, 1e-6f);
		LayerActivation bent = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 1, 2, 2),
				new float[] { 1, 1, 0, 1 });
		assertEquals(Math.sqrt(0.5), bent.similarity(0)[1], 1e-6);
	}

	@Test
	void singleValuesAreSimilarIfTheyAreNear() {
		assertArrayEquals(new float[] { 0.75f, 1, 0.25f }, dense(0, 1, 4).similarity(1), 1e-6f);
		assertArrayEquals(new float[] { 0, 1, 0 }, dense(2, 2, Float.NaN).similarity(1), 1e-6f);
	}

	@Test
	void aHistogramCountsEveryFiniteValueOnce() {
		LayerActivation activation = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 6, 1, 1),
				new float[] { 0, 1, 2, 2.5f, 4, Float.NaN });
		Histogram histogram = activation.histogram(0, 4);
		assertEquals(new Histogram(new Bounds(0, 4), new int[] { 1, 1, 2, 1 }), histogram);
		assertEquals(2, histogram.most());
		assertArrayEquals(new int[] { 2, 0, 0 }, small().histogram(1, 3).counts(), "all values are equal");
	}

	@Test
	void aDenseLayerHasOneValueAChannelAndLabels() {
		LayerActivation activation = LayerActivation.of("prob", Shape.vector(3), new float[] { 0.1f, 0.7f, 0.2f }, FIELD,
				List.of("sky", "starfish, sea star", "crab"), 0);
		assertFalse(activation.isSpatial());
		assertEquals(3, activation.channels());
		assertEquals(1, activation.positions());
		assertEquals(Optional.of("starfish, sea star"), activation.label(1));
		assertEquals(Optional.empty(), small().label(1));
		assertArrayEquals(new int[] { 1, 2, 0 }, activation.order(ChannelSort.MAXIMUM, 0, false));
	}

	@Test
	void aDifferenceIsTakenValueByValue() {
		LayerActivation one = small();
		LayerActivation other = LayerActivation.of("other", Shape.image(ChannelOrder.LAST, 2, 1, 4),
				new float[] { 1, 1, 0, 0, 1, 1, 0, 0 });
		LayerActivation difference = one.minus(other);
		assertEquals("some - other", difference.layer());
		assertArrayEquals(new float[] { 0, -1, 0.5f, -1, 2, -1, 1.5f, -3 }, difference.values());
		assertEquals(new Bounds(-3, 2), difference.bounds());
		assertEquals(Optional.empty(), difference.receptiveField());
		assertEquals(Optional.of(FIELD), one.minus(small()).receptiveField());
		assertEquals("some", one.minus(small()).layer());
		assertEquals(4, one.minus(small()).dead(), "the same twice differs nowhere");
		LayerActivation wider = LayerActivation.of("wider", Shape.image(ChannelOrder.LAST, 1, 2, 4), new float[8]);
		assertFalse(one.isComparable(wider));
		assertThrows(IllegalArgumentException.class, () -> one.minus(wider));
	}

	@Test
	void theRangeDecidesTheBounds() {
		LayerActivation activation = small();
		assertEquals(new Bounds(1, 3), Coloring.DEFAULT.bounds(activation, 0));
		assertEquals(new Bounds(-3, 3), new Coloring(Coloring.DEFAULT.colormap(), TileGrid.Range.LAYER).bounds(activation, 0));
		LayerActivation lopsided = dense(-1, 4);
		assertEquals(new Bounds(-4, 4), Coloring.SIGNED.bounds(lopsided, 0));
		assertEquals(new Bounds(-1, 4), Coloring.DEFAULT.bounds(lopsided, 0), "a single value has no range of its own");
		assertEquals(new Bounds(-1.5f, 1.5f), new Coloring(Colormap.DIVERGING, TileGrid.Range.CHANNEL).bounds(activation, 2),
				"zero is in the middle of signed colours");
		var fixed = new Coloring(Coloring.DEFAULT.colormap(), TileGrid.Range.CHANNEL, Optional.of(new Bounds(0, 9)), 1);
		assertEquals(new Bounds(0, 9), fixed.bounds(activation, 3));
	}
}
