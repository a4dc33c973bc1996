// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.preprocessing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Fit;
import org.starfish.core.image.FloatImage;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Shape;
import org.starfish.core.network.StoredOrder;
import org.starfish.core.npy.NpyReader;
import org.starfish.testkit.TestData;

class PreprocessingTest {
	private static final RgbImage COLORS = new RgbImage(2, 1,
			new byte[] { (byte) 255, 0, 0, 10, (byte) 200, (byte) 100 });

	static Collection<Preprocessing> presets() {
		return Preprocessing.presets().values();
	}

	@ParameterizedTest
	@MethodSource("presets")
	void aPictureSurvivesTheWayThereAndBack(Preprocessing preset) throws Exception {
		Shape input = Shape.image(ChannelOrder.FIRST, 1, 2, 3);
		assertEquals(COLORS, preset.toImage(preset.toInput(COLORS, input), input));
	}

	@ParameterizedTest
	@MethodSource("presets")
	void blackAndWhiteAreTheBounds(Preprocessing preset) {
		for (int channels : new int[] { 1, 3 }) {
			assertArrayEquals(preset.lower(channels),
					preset.toInput(RgbImage.filled(1, 1, 0).toFloats(), 1, 1, channels));
			float[] white = preset.toInput(RgbImage.filled(1, 1, 0xffffff).toFloats(), 1, 1, channels);
			for (int c = 0; c < channels; c++) {
				assertEquals(preset.upper(channels)[c], white[c], 1e-4 * Math.abs(white[c]));
				assertEquals(preset.upper(channels)[c] - preset.lower(channels)[c], 255 * preset.scale(channels)[c],
						1e-4 * Math.abs(white[c]));
			}
		}
	}

	@Test
	void presetsAreWhatTheirNamesPromise() throws Exception {
		Shape input = Shape.image(ChannelOrder.LAST, 1, 2, 3);
		float[] caffe = Preprocessing.CAFFE_BGR.toInput(COLORS, input);
		assertArrayEquals(new float[] { -104, -117, 132, -4, 83, -113 }, caffe, 1e-4f);
		float[] imagenet = Preprocessing.IMAGENET_RGB.toInput(COLORS, input);
		assertEquals((1 - 0.485) / 0.229, imagenet[0], 1e-5);
		assertEquals(-0.456 / 0.224, imagenet[1], 1e-5);
		assertEquals((100 / 255.0 - 0.406) / 0.225, imagenet[5], 1e-5);
		assertArrayEquals(new float[] { 1, -1, -1, 10 / 127.5f - 1, 200 / 127.5f - 1, 100 / 127.5f - 1 },
				Preprocessing.MINUS_ONE_ONE.toInput(COLORS, input), 1e-5f);
		assertArrayEquals(new float[] { 255, 0, 0, 10, 200, 100 }, Preprocessing.RAW.toInput(COLORS, input), 1e-4f);
	}

	@Test
	void grayNetworksGetTheBrightness() throws Exception {
		Shape input = Shape.image(ChannelOrder.LAST, 1, 2, 1);
		float[] gray = Preprocessing.RAW.toInput(COLORS, input);
		assertArrayEquals(new float[] { 0.299f * 255, 2.99f + 117.4f + 11.4f }, gray, 1e-3f);
		assertEquals(0x4c4c4c, Preprocessing.RAW.toImage(gray, input).pixel(0, 0));
	}

	@Test
	void inputBeyondTheBoundsIsClippedInThePictureButNotInThePixels() {
		Preprocessing preset = Preprocessing.ZERO_ONE;
		float[] values = { -1, 0.6f, 3 };
		assertEquals(0x0099ff, preset.toImage(values, 1, 1, 3).pixel(0, 0));
		FloatImage pixels = preset.toPixels(values, 1, 1, 3);
		assertArrayEquals(new float[] { -255, 153, 765 }, pixels.values(), 1e-3f);
	}

	@Test
	void networksThatTakeNoPicturesAreRefused() {
		for (Shape shape : List.of(Shape.vector(784), Shape.sequence(ChannelOrder.LAST, 9, 3),
				Shape.image(ChannelOrder.FIRST, 8, 8, 12))) {
			String message = assertThrows(StarfishException.class, () -> Preprocessing.RAW.toInput(COLORS, shape))
					.getMessage();
			assertTrue(message.contains(".npy"), message);
		}
	}

	@Test
	void croppingAndStretchingDiffer() {
		RgbImage wide = new RgbImage(3, 1, new byte[] { 9, 9, 9, 50, 50, 50, 9, 9, 9 });
		assertEquals(50, Preprocessing.RAW.toInput(wide.toFloats(), 1, 1, 1)[0], 1e-4);
		assertTrue(Preprocessing.RAW.fitted(Fit.STRETCH).toInput(wide.toFloats(), 1, 1, 1)[0] < 40);
	}

	@Test
	void impossibleNumbersAreRefused() {
		List<Double> zero = List.of(0.0);
		List<Double> one = List.of(1.0);
		assertThrows(IllegalArgumentException.class,
				() -> new Preprocessing("x", ColorOrder.RGB, 1, 1, zero, one, Fit.CROP));
		assertThrows(IllegalArgumentException.class,
				() -> new Preprocessing("x", ColorOrder.RGB, 0, Double.NaN, zero, one, Fit.CROP));
		assertThrows(IllegalArgumentException.class,
				() -> new Preprocessing("x", ColorOrder.RGB, 0, 1, zero, zero, Fit.CROP));
		assertThrows(IllegalArgumentException.class,
				() -> new Preprocessing("x", ColorOrder.RGB, 0, 1, List.of(0.0, 0.0), one, Fit.CROP));
	}

	@Test
	void googlenetsReferenceInputComesOut() throws Exception {
		float[] reference = NpyReader.read(TestData.golden("googlenet", "input.npy")).values();
		Shape input = Shape.image(ChannelOrder.FIRST, 224, 224, 3);
		RgbImage starfish = ImageReader.read(TestData.image("imagenet/n02317335_starfish.JPEG"));
		float[] values = StoredOrder.toFile(Preprocessing.CAFFE_BGR.toInput(starfish, input), input);
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			sum += Math.abs(values[i] - reference[i]);
		}
		assertEquals(0, sum / values.length, 0.6, "the reference was rounded to whole pixels, twice");
	}
}
