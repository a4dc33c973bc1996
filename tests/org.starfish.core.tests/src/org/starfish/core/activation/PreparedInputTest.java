// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Area;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.Fit;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ChannelOrder;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.Preprocessing;

/** Where things lie in the picture, whatever part of it the network sees. */
class PreparedInputTest {
	private static final Shape SQUARE = Shape.image(ChannelOrder.LAST, 8, 8, 3);
	/** Twice as wide as high: an edge on the left red, the middle green, one on the right blue. */
	private static final RgbImage WIDE = wide();

	private static RgbImage wide() {
		RgbImage image = RgbImage.filled(32, 16, 0);
		for (int y = 0; y < 16; y++) {
			for (int x = 0; x < 32; x++) {
				image.rgb()[3 * (y * 32 + x) + (x < 4 ? 0 : x < 28 ? 1 : 2)] = (byte) 200;
			}
		}
		return image;
	}

	private static PreparedInput prepared(Fit fit) throws StarfishException {
		return PreparedInput.of(WIDE, Preprocessing.ZERO_ONE.fitted(fit), SQUARE);
	}

	@Test
	void aCroppedPictureIsSeenInTheMiddle() throws StarfishException {
		PreparedInput input = prepared(Fit.CROP);
		assertEquals(new Area(8, 0, 16, 16), input.part());
		assertEquals(RgbImage.filled(8, 8, 0x00c800), input.seen(), "only green is left");
		assertEquals(new Area(10, 2, 4, 4), input.toPicture(new Area(1, 1, 2, 2)));
	}

	@Test
	void aStretchedPictureIsSeenAsAWhole() throws StarfishException {
		PreparedInput input = prepared(Fit.STRETCH);
		assertEquals(new Area(0, 0, 32, 16), input.part());
		assertEquals(new Area(4, 2, 8, 4), input.toPicture(new Area(1, 1, 2, 2)));
		assertTrue(input.seen().pixel(0, 0) >> 16 > 100, "red");
		assertTrue((input.seen().pixel(7, 7) & 0xff) > 100, "blue");
	}

	@Test
	void aReceptiveFieldEndsAtThePicturesBorder() throws StarfishException {
		var field = new ReceptiveField(4, 4, 2, 2, -1, -1, false);
		PreparedInput input = prepared(Fit.CROP);
		assertEquals(new Area(8, 0, 6, 6), input.receptiveField(field, 0, 0));
		assertEquals(new Area(10, 6, 8, 8), input.receptiveField(field, 1, 2));
		var whole = new ReceptiveField(8, 8, 0, 0, 0, 0, true);
		assertEquals(input.part(), input.receptiveField(whole, 3, 3));
	}

	@Test
	void inputsAreEqualIfTheNetworkSeesTheSame() throws StarfishException {
		assertEquals(prepared(Fit.CROP), prepared(Fit.CROP));
		assertEquals(prepared(Fit.CROP).hashCode(), prepared(Fit.CROP).hashCode());
		assertNotEquals(prepared(Fit.CROP), prepared(Fit.STRETCH));
		assertEquals(prepared(Fit.CROP),
				PreparedInput.of(RgbImage.filled(5, 5, 0x00c800), Preprocessing.ZERO_ONE.named("mine"), SQUARE));
	}

	@Test
	void aNetworkWithoutPicturesSaysSo() {
		assertThrows(StarfishException.class, () -> PreparedInput.of(WIDE, Preprocessing.RAW, Shape.vector(4)));
	}

	@Test
	void anOverlayColorsWhereTheAnswerIsAndDarkensWhatIsNotSeen() throws StarfishException {
		Overlay overlay = Overlay.of(prepared(Fit.CROP), 32, 16);
		// 8 x 8 positions, each at its pixel of the input; only the one at column 6, row 1 answers.
		float[] values = new float[64];
		values[8 + 6] = 5;
		LayerActivation activation = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 8, 8, 1), values,
				new ReceptiveField(1, 1, 1, 1, 0, 0, false), List.of(), 0);
		RgbImage drawing = overlay.draw(activation, 0, new Coloring(Colormap.GRAY, TileGrid.Range.CHANNEL));
		assertEquals(0x00c800, drawing.pixel(9, 12), "no answer leaves the picture");
		assertEquals(Math.round(200 * 0.4), drawing.pixel(2, 8) >> 16, "red is cut off");
		assertEquals(drawing.pixel(2, 8), overlay.picture().pixel(2, 8));
		int brightest = 0;
		int at = 0;
		for (int i = 0; i < 32 * 16; i++) {
			int red = drawing.pixel(i % 32, i / 32) >> 16;
			if (i % 32 >= 8 && red > brightest) {
				brightest = red;
				at = i;
			}
		}
		assertTrue(brightest > 50, "brightest " + brightest);
		assertEquals(8 + 2 * 6, at % 32, 1);
		assertEquals(2 * 1, at / 32, 1);
	}

	@Test
	void anAnswerIsDrawnAtTheCentreOfWhatItSees() throws StarfishException {
		// Without padding the 2 x 2 positions see the middle of the input more than its border.
		Overlay overlay = Overlay.of(PreparedInput.of(RgbImage.filled(9, 9, 0x808080), Preprocessing.ZERO_ONE, SQUARE), 32, 32);
		var coloring = new Coloring(Colormap.DIVERGING, TileGrid.Range.SYMMETRIC);
		LayerActivation activation = LayerActivation.of("some", Shape.image(ChannelOrder.LAST, 2, 2, 1),
				new float[] { -1, 1, -1, 1 }, new ReceptiveField(5, 5, 3, 3, 0, 0, false), List.of(), 0);
		RgbImage drawing = overlay.draw(activation, 0, coloring);
		RgbImage plain = overlay.picture();
		// The centres are at 2.5 and 5.5 of 8, so at 10 and 22 of 32, and between them nothing answers.
		assertEquals(plain.pixel(16, 16) & 0xff, drawing.pixel(16, 16) & 0xff, 10);
		assertEquals(drawing.pixel(9, 16), drawing.pixel(2, 16), "beyond the centre it is as at the centre");
		assertNotEquals(drawing.pixel(9, 16), drawing.pixel(14, 16));
	}
}
