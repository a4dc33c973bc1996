// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.starfish.core.activation.LayerActivation;

class TileBandsTest {
	private static final int WIDTH = 400;
	private static final int HEIGHT = 300;
	private static final int GROUND = 0x123456;

	private GridState state;
	private TileLayout layout;
	private TileBands bands;

	@BeforeEach
	void make() throws Exception {
		LayerActivation answer = Tidepool.answer(Tidepool.firstLayer(), "starfish-1.jpg");
		state = GridState.of(answer, GridLook.DEFAULT, 0);
		layout = TileLayout.of(state.count(), answer.width(), answer.height(), false, WIDTH, HEIGHT, 2, 1);
		bands = new TileBands(Display.getCurrent(), state, layout, WIDTH, HEIGHT, GROUND);
	}

	@AfterEach
	void dispose() {
		bands.dispose();
	}

	@Test
	void onlyAFewImagesAreKept() {
		List<Image> images = new ArrayList<>();
		for (int band = 0; band < bands.count(); band++) {
			images.add(bands.image(band));
		}
		assertTrue(bands.count() > 10, "the grid is much higher than what is seen of it");
		assertTrue(images.get(0).isDisposed());
		assertFalse(images.get(images.size() - 1).isDisposed());
		assertTrue(images.stream().filter(image -> !image.isDisposed()).count() * bands.height() < 4 * HEIGHT);
		bands.dispose();
		assertTrue(images.stream().allMatch(Image::isDisposed));
	}

	@Test
	void whatIsSeenAgainIsNotDrawnAgain() {
		assertSame(bands.image(0), bands.image(0));
	}

	@Test
	void bandsLieBelowEachOtherAndHoldAllTiles() {
		for (int band = 1; band < bands.count(); band++) {
			assertEquals(bands.top(band - 1) + bands.height(), bands.top(band));
		}
		assertTrue(bands.top(bands.count() - 1) < layout.height());
		assertTrue(bands.top(0) + bands.count() * bands.height() >= layout.height() - layout.gap());
	}

	@Test
	void deadChannelsArePale() {
		LayerActivation answer = state.activation();
		int dead = 0;
		while (dead < answer.channels() && !answer.statistics(dead).isDead()) {
			dead++;
		}
		if (dead < answer.channels()) {
			int place = state.place(dead);
			int band = place / layout.columns() * layout.pitchY() / bands.height();
			Rectangle tile = layout.tile(place);
			int pale = rgb(bands.image(band).getImageData(100), tile.x + 1, tile.y - bands.top(band) + 1);
			assertNotEquals(state.look().colormap().color(0), pale);
			assertNotEquals(GROUND, pale);
		}
	}

	private static int rgb(ImageData data, int x, int y) {
		RGB color = data.palette.getRGB(data.getPixel(x, y));
		return color.red << 16 | color.green << 8 | color.blue;
	}
}
