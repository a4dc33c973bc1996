// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.starfish.core.activation.TopPredictions.Prediction;
import org.starfish.core.network.Labels;

class TopPredictionsTest {
	private static final Optional<Labels> LABELS = Optional.of(Labels.of(List.of("a", "b", "c, see", "d")));

	@Test
	void theStrongestComesFirstWithItsLabel() {
		assertEquals(List.of(new Prediction(2, "c, see", 0.6f), new Prediction(0, "a", 0.3f)),
				TopPredictions.of(new float[] { 0.3f, 0, 0.6f, 0.1f }, 2, LABELS));
	}

	@Test
	void equalOnesKeepTheirOrderAndNaNComesLast() {
		float[] output = { Float.NaN, 1, -5, 1 };
		assertEquals(List.of(1, 3, 2, 0),
				TopPredictions.of(output, 10, LABELS).stream().map(Prediction::index).toList());
	}

	@Test
	void labelsOfAnotherNumberAreNotUsed() {
		assertEquals(List.of(new Prediction(1, "", 2)), TopPredictions.of(new float[] { 1, 2 }, 1, LABELS));
	}
}
