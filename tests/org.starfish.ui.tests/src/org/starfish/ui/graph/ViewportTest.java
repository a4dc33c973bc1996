// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.starfish.core.image.Area;

class ViewportTest {
	private static final double EXACT = 1e-9;

	private final Viewport viewport = new Viewport();

	@BeforeEach
	void largeContentInASmallWindow() {
		viewport.setContent(1000, 4000);
		viewport.setWindow(400, 300);
	}

	@Test
	void pointsGoThereAndBack() {
		viewport.zoomTo(1.7, 30, 40);
		viewport.moveTo(120, 950);
		assertEquals(77, viewport.toWindowX(viewport.toGraphX(77)), EXACT);
		assertEquals(-5, viewport.toWindowY(viewport.toGraphY(-5)), EXACT);
		assertEquals(120, viewport.toGraphX(0), EXACT);
		assertEquals(950, viewport.toGraphY(0), EXACT);
	}

	@Test
	void zoomingKeepsWhatIsBelowTheMouse() {
		viewport.moveTo(300, 2000);
		double x = viewport.toGraphX(150);
		double y = viewport.toGraphY(210);
		for (int steps : new int[] { 1, 3, -2, -4, 1 }) {
			viewport.zoomBy(steps, 150, 210);
			assertEquals(x, viewport.toGraphX(150), 1e-6);
			assertEquals(y, viewport.toGraphY(210), 1e-6);
		}
	}

	@Test
	void fourStepsDoubleAndLeadBackToExactlyOne() {
		viewport.zoomBy(4, 0, 0);
		assertEquals(2, viewport.zoom(), EXACT);
		viewport.zoomBy(-4, 0, 0);
		assertEquals(1, viewport.zoom());
		viewport.zoomBy(-100, 0, 0);
		assertEquals(Viewport.SMALLEST, viewport.zoom());
		viewport.zoomBy(100, 0, 0);
		assertEquals(Viewport.LARGEST, viewport.zoom());
	}

	@Test
	void nothingBeyondTheContentIsShown() {
		viewport.moveTo(-50, 9999);
		assertEquals(new Area(0, 3700, 400, 300), viewport.shown());
		viewport.setWindow(500, 600);
		assertEquals(new Area(0, 3400, 500, 600), viewport.shown());
	}

	@Test
	void smallContentIsCentred() {
		viewport.setContent(200, 100);
		assertTrue(viewport.showsAll());
		assertEquals(100, viewport.toWindowX(0), EXACT);
		assertEquals(100, viewport.toWindowY(0), EXACT);
		viewport.moveBy(70, 70);
		assertEquals(100, viewport.toWindowX(0), EXACT);
	}

	@Test
	void fittingShowsAllButDoesNotEnlarge() {
		viewport.fit();
		assertEquals(0.075, viewport.zoom(), EXACT);
		assertTrue(viewport.showsAll());
		viewport.setContent(200, 100);
		viewport.fit();
		assertEquals(1, viewport.zoom());
	}

	@Test
	void revealingMovesNoFurtherThanNeeded() {
		viewport.moveTo(100, 1000);
		viewport.reveal(new Area(150, 1050, 100, 40), 10);
		assertEquals(new Area(100, 1000, 400, 300), viewport.shown(), "it was to be seen");
		viewport.reveal(new Area(150, 1290, 100, 40), 10);
		assertEquals(new Area(100, 1040, 400, 300), viewport.shown());
		viewport.reveal(new Area(20, 900, 100, 40), 10);
		assertEquals(new Area(10, 890, 400, 300), viewport.shown());
		viewport.reveal(new Area(20, 900, 900, 4000), 10);
		assertEquals(new Area(10, 890, 400, 300), viewport.shown(), "of what is too large, the beginning");
		assertFalse(viewport.showsAll());
	}

	@Test
	void theSmallMapLeadsThereAndIsWideEnoughToHit() {
		var layout = new GraphLayout(List.of(), List.of(), List.of(), 200, 30000, 20);
		var map = new Minimap(layout, new Point(900, 700));
		Rectangle bounds = map.bounds();
		assertTrue(new Rectangle(0, 0, 900, 700).contains(bounds.x + bounds.width, bounds.y + bounds.height));
		assertTrue(bounds.width >= 30 && bounds.height <= 0.5 * 700, bounds.toString());
		Rectangle place = map.place(new Area(100, 15000, 100, 10));
		assertEquals(100, map.toGraphX(place.x), 200 / 30.0);
		assertEquals(15000, map.toGraphY(place.y), 30000 / 300.0);
		assertEquals(1, place.height, "to be seen at all");
	}
}
