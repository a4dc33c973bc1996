// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.google.gson.JsonParser;

class JsonTest {
	private record Facts(double wide, float narrow, Double boxed, String text, int whole) {
	}

	@Test
	void numbersThatAreNotFiniteAreNull() {
		String text = Json.text(List.of(new Facts(Double.NaN, Float.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, "a<b", 3),
				new Facts(0.1, 0.1f, 1e-30, "", -1)));
		assertEquals(JsonParser.parseString("""
				[{"wide": null, "narrow": null, "boxed": null, "text": "a<b", "whole": 3},
				 {"wide": 0.1, "narrow": 0.1, "boxed": 1e-30, "text": "", "whole": -1}]"""), JsonParser.parseString(text));
	}
}
