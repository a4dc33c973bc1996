// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.regularizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.starfish.core.StarfishException;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.Network;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.core.synthesis.picture.Picture;
import org.starfish.core.synthesis.picture.PixelSpace;
import org.starfish.core.synthesis.picture.Step;

/** Compares what regularizers do with what the papers say, on pictures small enough to work it out by hand. */
class RegularizersTest {
	private static final Step STEP = new Step(1, 0, 0);

	@Test
	void decayKeepsItsShare() {
		Picture picture = picture(1, 2, 1, 10, -4);
		new Decay(0.3).apply(picture, picture(1, 2, 1, 0, 0), STEP);
		assertValues(picture, 7, -2.8f);
	}

	@Test
	void thePixelNormCountsAllColours() {
		// The norms are 5, 4.9 and 5.1: only the second is nearer to gray than 5.
		Picture picture = picture(1, 3, 3, 3, 4, 0, 0, 0, -4.9f, 0, 5.1f, 0);
		new SmallNormClip(5, 0).apply(picture, gray(1, 3), STEP);
		assertValues(picture, 3, 4, 0, 0, 0, 0, 0, 5.1f, 0);
	}

	@Test
	void aPercentileOfTheNormsIsThatShareOfThePixels() {
		Picture picture = picture(1, 5, 1, 5, -1, 3, -4, 2);
		new SmallNormClip(0, 50).apply(picture, gray(1, 5), STEP);
		// The median, 3, is not below itself.
		assertValues(picture, 5, 0, 3, -4, 0);
	}

	@Test
	void theLargerOfBoundAndPercentileHolds() {
		Picture picture = picture(1, 5, 1, 5, -1, 3, -4, 2);
		new SmallNormClip(4.5, 50).apply(picture, gray(1, 5), STEP);
		assertValues(picture, 5, 0, 0, 0, 0);
	}

	@Test
	void pixelsThatHelpMostAreGrayedFirst() {
		// Gray would change the objective by -x g: -6, -2, +4, +8. The lowest half is what the objective would lose.
		Picture picture = picture(1, 4, 1, 3, -1, 2, -2);
		Picture gradient = picture(1, 4, 1, 2, -2, -2, 4);
		new SmallContributionClip(50, false).apply(picture, gradient, STEP);
		assertValues(picture, 0, 0, 2, -2);
	}

	@Test
	void pixelsThatMatterLeastAreGrayedByMagnitude() {
		Picture picture = picture(1, 4, 1, 3, -1, 2, -2);
		Picture gradient = picture(1, 4, 1, 2, -2, -2, 4);
		new SmallContributionClip(50, true).apply(picture, gradient, STEP);
		assertValues(picture, 3, 0, 0, -2);
	}

	@Test
	void contributionsAddUpOverTheColours() {
		// The colours of the first pixel cancel out: 1 * 1 + 1 * 1 - 2 * 1.
		Picture picture = picture(1, 2, 3, 1, 1, -2, 0.1f, 0.1f, 0.1f);
		new SmallContributionClip(50, true).apply(picture, picture(1, 2, 3, 1, 1, 1, 1, 1, 1), STEP);
		assertValues(picture, 0, 0, 0, 0.1f, 0.1f, 0.1f);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "25, 2", "50, 3", "62.5, 3.5", "100, 5" })
	void percentilesAreInterpolated(double percentile, double expected) {
		assertEquals(expected, Percentile.of(new float[] { 4, 1, 5, 3, 2 }, percentile), 1e-6);
	}

	@Test
	void valuesAreClippedToBlackAndWhite() throws StarfishException {
		var builder = new Network.Builder(Path.of("test.onnx"));
		builder.input("data", Shape.image(ChannelOrder.FIRST, 1, 1, 3));
		var space = new PixelSpace(builder.build("test", List.of("data")), Preprocessing.CAFFE_BGR);
		Picture picture = picture(1, 2, 3, 300, 300, 300, -300, -300, -300);
		new PixelClip(space).apply(picture, gray(1, 2), STEP);
		// Means of red, green and blue, in this order, although the network takes blue first.
		assertValues(picture, 255 - 123, 255 - 117, 255 - 104, -123, -117, -104);
	}

	@Test
	void thePictureIsBlurredEverySoManySteps() {
		var blur = new ImageBlur(1, 4);
		for (int index = 0; index < 9; index++) {
			Picture picture = impulse(15);
			float before = picture.values()[7 * 15 + 7];
			blur.apply(picture, gray(15, 15), new Step(1, index, 0));
			assertEquals(index % 4 == 0, picture.values()[7 * 15 + 7] < before, "step " + index);
		}
	}

	@Test
	void blursAreGaussiansOfTheirWidth() {
		Picture picture = impulse(25);
		new ImageBlur(2, 1).apply(picture, gray(25, 25), STEP);
		assertEquals(2, deviation(picture), 0.02);
		assertEquals(1, sum(picture), 1e-5);
	}

	@Test
	void bordersKeepTheBrightness() {
		Picture picture = new Picture(3, 4, 3);
		picture.fill(7);
		new ImageBlur(3, 1).apply(picture, gray(3, 4), STEP);
		for (float value : picture.values()) {
			assertEquals(7, value, 1e-5);
		}
	}

	@Test
	void theWidthOfTheGradientsBlurIsDrawnAnewEachStep() {
		var blur = new GradientBlur(1, 3);
		double narrowest = 9;
		double widest = 0;
		for (int index = 0; index < 30; index++) {
			Picture picture = impulse(41);
			blur.apply(picture, new Step(1, index, 0));
			double deviation = deviation(picture);
			narrowest = Math.min(narrowest, deviation);
			widest = Math.max(widest, deviation);
		}
		assertEquals(1, narrowest, 0.2);
		assertEquals(3, widest, 0.2);
	}

	@Test
	void repeatedBlursDrawTheNumberOfTimesAndTheKernel() {
		// n blurs of deviation s make one of s sqrt(n); the kernels' deviations are 0.8, 1.4 and 1.7, cut off.
		var blur = new RepeatedBlur(3, 10);
		var seen = new TreeSet<Double>();
		for (int index = 0; index < 200; index++) {
			Picture picture = impulse(101);
			blur.apply(picture, new Step(1, index, 0));
			seen.add(Math.round(100 * deviation(picture)) / 100.0);
		}
		assertEquals(3 * 8, seen.size(), seen::toString);
		assertEquals(deviation(0.8, 1) * Math.sqrt(3), seen.first(), 0.02);
		assertTrue(seen.last() > 4.5 && seen.last() < 5.5, seen::toString);
	}

	@Test
	void penaltiesAreLowestWhereTheySay() {
		Picture flat = new Picture(6, 5, 3);
		flat.fill(40);
		Picture gradient = gray(6, 5);
		double flatVariation = new TotalVariation().score(flat, 1, gradient);
		assertTrue(Arrays.equals(new float[90], gradient.values()));
		flat.values()[50] = 60;
		assertTrue(new TotalVariation().score(flat, 1, gradient) > flatVariation + 20);
		Picture gray = gray(6, 5);
		assertEquals(0, new Contrast().score(gray, 1, gray(6, 5)));
		// A quarter of the range away from gray, the gradient is 1.
		Picture slope = picture(1, 1, 1, 0);
		new Contrast().score(picture(1, 1, 1, 64), 1, slope);
		assertEquals(1, slope.values()[0]);
	}

	@Test
	void theVariationReachesTheLastRowAndColumn() {
		// 2 3
		// 5 9: differences (1, 3), (0, 6), (4, 0) and (0, 0).
		Picture picture = picture(2, 2, 1, 2, 3, 5, 9);
		Picture gradient = new Picture(2, 2, 1);
		double corner = Math.sqrt(11);
		double right = Math.sqrt(37);
		double bottom = Math.sqrt(17);
		assertEquals(corner + right + bottom + 1, new TotalVariation().score(picture, 2, gradient), 1e-5);
		assertValues(gradient, (float) (2 * -4 / corner), (float) (2 * (1 / corner - 6 / right)),
				(float) (2 * (3 / corner - 4 / bottom)), (float) (2 * (6 / right + 4 / bottom)));
		// A picture of one row or one column varies as well.
		assertEquals(Math.sqrt(10) + 1, new TotalVariation().score(picture(1, 2, 1, 0, 3), 1, new Picture(1, 2, 1)), 1e-5);
		assertEquals(Math.sqrt(10) + 1, new TotalVariation().score(picture(2, 1, 1, 0, 3), 1, new Picture(2, 1, 1)), 1e-5);
	}

	private static double deviation(double sigma, int radius) {
		double sum = 0;
		double square = 0;
		for (int i = -radius; i <= radius; i++) {
			double weight = Math.exp(-0.5 * i * i / (sigma * sigma));
			sum += weight;
			square += weight * i * i;
		}
		return Math.sqrt(square / sum);
	}

	/** The standard deviation along a row of what an impulse in the middle has become. */
	private static double deviation(Picture picture) {
		int middle = picture.width() / 2;
		double square = 0;
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				square += picture.values()[y * picture.width() + x] * Math.pow(x - middle, 2);
			}
		}
		return Math.sqrt(square / sum(picture));
	}

	private static double sum(Picture picture) {
		double sum = 0;
		for (float value : picture.values()) {
			sum += value;
		}
		return sum;
	}

	private static Picture impulse(int size) {
		var picture = new Picture(size, size, 1);
		picture.values()[size / 2 * size + size / 2] = 1;
		return picture;
	}

	private static Picture gray(int height, int width) {
		return new Picture(height, width, 3);
	}

	private static Picture picture(int height, int width, int channels, float... values) {
		var picture = new Picture(height, width, channels);
		System.arraycopy(values, 0, picture.values(), 0, values.length);
		return picture;
	}

	private static void assertValues(Picture picture, float... expected) {
		assertArrayEquals(expected, picture.values(), 1e-5f);
	}
}
