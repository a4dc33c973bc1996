// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.api.Test;
import org.starfish.core.image.Area;

class GraphLayoutTest {
	private final LayerGraph graph = LayerGraph.of(TestGraphs.facts("left < in", "m/x < in", "m/y < m/x", "m/z < m/x",
			"m/end < m/y m/z", "end < left m/end"));
	private final GraphLayout open = TestGraphs.layOut(graph, new HashSet<>(graph.groups()));
	private final GraphNode group = TestGraphs.group(graph, "m");

	private GraphNode layer(String name) {
		return TestGraphs.layer(graph, name);
	}

	@Test
	void aPointHitsTheBoxOrTheTitle() {
		Area box = open.area(layer("m/y")).orElseThrow();
		assertSame(layer("m/y"), open.at(box.x(), box.y()).orElseThrow());
		assertSame(layer("m/y"), open.at(box.x() + box.width() - 0.5, box.y() + box.height() - 0.5).orElseThrow());
		assertEquals(Optional.empty(), open.at(box.x() - 0.5, box.y()));
		assertEquals(Optional.empty(), open.at(box.x(), box.y() + box.height()));
		Area frame = open.area(group).orElseThrow();
		assertSame(group, open.at(frame.x() + 2, frame.y() + open.title() - 1).orElseThrow());
		assertEquals(Optional.empty(), open.at(frame.x() + 2, frame.y() + open.title() + 1), "inside of the frame");
		assertEquals(Optional.empty(), open.at(-10, -10));
	}

	private static long count(String text, String part) {
		return text.lines().filter(line -> line.startsWith(part)).count();
	}

	@Test
	void theDrawingShowsEveryBoxAndLine() {
		var white = new Color(255, 255, 255);
		String svg = GraphSvg.of(open, GraphColors.of(white, new Color(0, 0, 0)), TestGraphs.TEXTS);
		assertEquals(open.edges().size(), count(svg, "<polyline "));
		assertEquals(open.frames().size() + 2 * open.boxes().size(), count(svg, "<text "));
		for (GraphLayout.Box box : open.boxes()) {
			assertTrue(svg.contains(">" + box.node().name() + "</text>"), box.node().name());
		}
	}

	@Test
	void whatAClosedGroupHidesLiesNowhere() {
		GraphLayout closed = TestGraphs.layOut(graph, Set.of());
		assertEquals(Optional.empty(), closed.area(layer("m/y")));
		assertTrue(closed.area(group).isPresent());
	}

	@Test
	void arrowsFollowTheLines() {
		var navigation = new GraphNavigation(open);
		assertSame(layer("in"), navigation.first());
		assertSame(layer("end"), navigation.last());
		assertSame(layer("m/y"), navigation.down(layer("m/x")).orElseThrow());
		assertSame(layer("m/x"), navigation.up(layer("m/z")).orElseThrow());
		assertEquals(Optional.empty(), navigation.up(layer("in")));
		assertEquals(Optional.empty(), navigation.down(layer("end")));
		assertSame(layer("m/z"), navigation.right(layer("m/y")).orElseThrow());
		assertSame(layer("m/y"), navigation.left(layer("m/z")).orElseThrow());
		assertEquals(Optional.empty(), navigation.left(layer("in")));
	}

	@Test
	void arrowsEnterAndLeaveOpenGroups() {
		var navigation = new GraphNavigation(open);
		assertSame(layer("m/x"), navigation.down(group).orElseThrow());
		assertSame(layer("in"), navigation.up(group).orElseThrow());
		assertSame(layer("end"), navigation.down(layer("m/end")).orElseThrow());
	}

	@Test
	void longNamesAreShortenedInTheMiddle() {
		var texts = new BoxTexts(text -> 10 * text.length(), 17, text -> text.length(), 15);
		LayerGraph named = LayerGraph.of(TestGraphs.facts("a_very_long_name_of_a_layer_that_goes_on < in"));
		GraphNode node = TestGraphs.layer(named, "a_very_long_name_of_a_layer_that_goes_on");
		String shown = texts.shortName(node, texts.width(node));
		assertTrue(10 * shown.length() <= texts.width(node), shown);
		assertTrue(shown.startsWith("a_very_long") && shown.endsWith("_goes_on") && shown.contains("\u2026"), shown);
		assertEquals("in", texts.shortName(TestGraphs.layer(named, "in"), texts.width(TestGraphs.layer(named, "in"))));
	}
}
