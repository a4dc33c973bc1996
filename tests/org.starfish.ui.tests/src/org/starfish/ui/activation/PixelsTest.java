// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.starfish.core.image.RgbImage;

class PixelsTest {
	@Test
	void aPictureStaysTheSameThereAndBack() {
		var image = new RgbImage(2, 2, new byte[] { 1, 2, 3, 4, 5, 6, -1, -2, -3, 0, 127, -128 });
		assertEquals(image, Pixels.image(Pixels.data(image)));
	}

	@Test
	void pixelsAreColours() {
		ImageData data = Pixels.data(new int[] { 0xff102030, 0xff405060 }, 2, 1);
		assertEquals(new RGB(0x10, 0x20, 0x30), data.palette.getRGB(data.getPixel(0, 0)));
		assertEquals(new RGB(0x40, 0x50, 0x60), data.palette.getRGB(data.getPixel(1, 0)));
	}

	@Test
	void transparentPartsLieOnWhite() {
		var data = new ImageData(3, 1, 24, new PaletteData(0xff0000, 0xff00, 0xff));
		data.setPixel(0, 0, 0x204060);
		data.setPixel(1, 0, 0x204060);
		data.setPixel(2, 0, 0x000000);
		data.setAlpha(0, 0, 255);
		data.setAlpha(1, 0, 0);
		data.setAlpha(2, 0, 128);
		RgbImage image = Pixels.image(data);
		assertEquals(0x204060, image.pixel(0, 0));
		assertEquals(0xffffff, image.pixel(1, 0));
		assertEquals(0x7f7f7f, image.pixel(2, 0));
	}

	@Test
	void aTransparentColourLiesOnWhiteToo() {
		var data = new ImageData(2, 1, 8, new PaletteData(new RGB(9, 9, 9), new RGB(7, 8, 9)));
		data.transparentPixel = 0;
		data.setPixel(1, 0, 1);
		RgbImage image = Pixels.image(data);
		assertEquals(0xffffff, image.pixel(0, 0));
		assertEquals(0x070809, image.pixel(1, 0));
	}
}
