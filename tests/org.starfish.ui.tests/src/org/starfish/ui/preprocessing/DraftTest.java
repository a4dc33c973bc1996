// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.preprocessing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.image.Fit;
import org.starfish.core.preprocessing.ColorOrder;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.ui.preprocessing.Draft.Field;

class DraftTest {
	private final Draft caffe = Draft.of(Preprocessing.CAFFE_BGR, 3);

	@Test
	void everyPresetComesBackExactly() {
		for (Preprocessing preset : Preprocessing.presets().values()) {
			assertEquals(Optional.of(preset), Draft.of(preset, 3).parse());
			assertEquals(Optional.of(preset), Draft.of(preset, 1).parse(), "of a gray network, too");
			assertEquals(Map.of(), Draft.of(preset, 3).problems());
		}
	}

	@Test
	void aDraftThatSaysWhatAPresetSaysIsThatPreset() {
		Draft written = Draft.of(Preprocessing.RAW, 3).ordered(ColorOrder.BGR)
				.normalized(List.of("104", "117.0", " 123 "), List.of("1", "1.0", "1")).fitted(Fit.STRETCH);
		assertEquals(Optional.of(Preprocessing.CAFFE_BGR), written.parse());
		assertEquals("custom", caffe.fitted(Fit.CROP).parse().orElseThrow().name());
	}

	@Test
	void numbersAreShownAsTheyAreWritten() {
		assertEquals(List.of("104", "117", "123"), caffe.mean());
		assertEquals(List.of("1", "1", "1"), caffe.deviation());
		assertEquals(List.of("0.485", "0.456", "0.406"), Draft.of(Preprocessing.IMAGENET_RGB, 3).mean());
		assertEquals(List.of("0.449"), Draft.of(Preprocessing.IMAGENET_RGB, 1).mean().stream().map(text -> text.substring(0, 5)).toList());
	}

	@Test
	void meansGoWithTheirColors() {
		Draft turned = caffe.ordered(ColorOrder.RGB);
		assertEquals(List.of("123", "117", "104"), turned.mean());
		assertEquals(caffe, turned.ordered(ColorOrder.BGR));
		assertEquals(caffe.mean(), caffe.ordered(ColorOrder.GRAY).mean(), "gray has no order");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "1x", "1f", "0x10", "NaN", "Infinity", "1e99", "1,2,3", "--1" })
	void whatIsNoNumberIsSaidSo(String text) {
		Draft wrong = caffe.normalized(List.of("1", text, "3"), caffe.deviation());
		assertEquals(Map.of(Field.MEAN, "'" + text + "' is no number."), wrong.problems());
		assertEquals(Optional.empty(), wrong.parse());
	}

	@Test
	void acommaWillDo() {
		assertEquals(0.5, caffe.ranged("0,5", "2").parse().orElseThrow().lower());
	}

	@Test
	void impossibleValuesAreRefused() {
		assertEquals(Map.of(Field.WHITE, "White must be more than black, 3."), caffe.ranged("3", "3").problems());
		assertEquals(Map.of(Field.BLACK, "A number is missing."), caffe.ranged(" ", "3").problems());
		assertEquals(Map.of(Field.DEVIATION, "A deviation must be more than 0."),
				caffe.normalized(caffe.mean(), List.of("1", "0", "1")).problems());
		assertTrue(caffe.normalized(caffe.mean(), List.of("-1", "1", "1")).parse().isEmpty());
	}

	@Test
	void whatIsTypedIntoAFieldIsOneStepBack() {
		var history = new DraftHistory();
		Draft one = caffe.ranged("1", "255");
		Draft two = caffe.ranged("12", "255");
		history.changed(caffe, "black");
		history.changed(one, "black");
		history.changed(two, "fit");
		Draft three = two.fitted(Fit.CROP);
		assertEquals(Optional.of(two), history.undo(three));
		assertEquals(Optional.of(caffe), history.undo(two));
		assertEquals(Optional.empty(), history.undo(caffe));
		assertEquals(Optional.of(two), history.redo(caffe));
		assertEquals(Optional.of(three), history.redo(two));
		history.pause();
		history.changed(three, "fit");
		assertTrue(history.canUndo() && !history.canRedo());
	}
}
