// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.ui.model.NamePattern.Fit;

class NamePatternTest {
	@ParameterizedTest
	@CsvSource({
			"inception_4c/output, inception_4c/output, EXACT",
			"inception_4c/output, Inception_4C, PREFIX",
			"inception_4c/output, 4c/out, PART",
			"inception_4c/output, i4co, WORDS",
			"inception_4c/output, 4cout, WORDS",
			"inception_4c/output, ino, WORDS",
			"inception_4c/output, oi, NONE",
			"inception_4c/output, i4x, NONE",
			"inception_4c/output, ncp4, NONE",
			"conv2d_17, c17, WORDS",
			"conv2d_17, c2d, WORDS",
			"globalAveragePooling, gap, WORDS",
			"globalAveragePooling, glAvPo, WORDS",
			"inception_4c/output, i*4?/out, PREFIX",
			"inception_4c/output, 4?/out, PART",
			"inception_4c/output, 4?/*x, NONE",
			"a.b(c), .b(c), PART",
			"ab(c), .b(c), NONE",
	})
	void aNameIsFoundByWhatIsTyped(String name, String typed, Fit fit) {
		assertEquals(fit, new NamePattern(typed).fit(name));
	}

	@Test
	void aKindIsFoundByTheBeginningOfAWord() {
		assertTrue(new NamePattern("pool").matches("x", "Max pooling"));
		assertTrue(new NamePattern("max p").matches("x", "Max pooling"));
		assertFalse(new NamePattern("ooling").matches("x", "Max pooling"));
		assertFalse(new NamePattern("po").matches("x", "Max pooling"), "too short for a kind");
	}

	@Test
	void nothingTypedFindsEverything() {
		assertTrue(new NamePattern("  ").isEmpty());
		assertTrue(NamePattern.anything().matches("x", "y"));
	}
}
