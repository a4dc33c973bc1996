// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Area;
import org.starfish.ui.graph.GraphLayout.Box;
import org.starfish.ui.graph.GraphLayout.Line;

class GraphLayouterTest {
	private static final double EXACT = 1e-6;

	private static boolean overlap(Area a, Area b) {
		return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height()
				&& b.y() < a.y() + a.height();
	}

	private static boolean within(Area inner, Area outer) {
		return inner.x() >= outer.x() && inner.y() >= outer.y() && inner.x() + inner.width() <= outer.x() + outer.width()
				&& inner.y() + inner.height() <= outer.y() + outer.height();
	}

	private static void check(GraphLayout layout) {
		var all = new Area(0, 0, layout.width(), layout.height());
		for (Box box : layout.boxes()) {
			assertTrue(within(box.area(), all), box + " is outside");
			for (Box other : layout.boxes()) {
				assertTrue(box == other || !overlap(box.area(), other.area()), box + " lies on " + other);
			}
			for (Box frame : layout.frames()) {
				assertEquals(box.node().isIn(frame.node()), overlap(box.area(), frame.area()), box + " and " + frame);
				assertTrue(!box.node().isIn(frame.node()) || within(box.area(), frame.area()), box + " sticks out");
			}
		}
		for (Line line : layout.edges()) {
			Area from = layout.area(line.from()).orElseThrow();
			Area to = layout.area(line.to()).orElseThrow();
			int last = line.x().length - 1;
			assertEquals(from.y() + from.height(), line.y()[0], EXACT, line + " does not begin at its box");
			assertTrue(line.x()[0] >= from.x() && line.x()[0] <= from.x() + from.width(), line.toString());
			assertEquals(to.y(), line.y()[last], EXACT, line + " does not end at its box");
			assertTrue(line.x()[last] >= to.x() && line.x()[last] <= to.x() + to.width(), line.toString());
			for (int i = 1; i <= last; i++) {
				assertTrue(Math.abs(line.x()[i] - line.x()[i - 1]) < EXACT || Math.abs(line.y()[i] - line.y()[i - 1]) < EXACT,
						"a slanted piece from " + line.from() + " to " + line.to());
				assertTrue(line.y()[i] > line.y()[i - 1] - EXACT, "upwards from " + line.from() + " to " + line.to());
			}
			for (Box box : layout.boxes()) {
				assertFalse(box.node() != line.from() && box.node() != line.to() && crosses(line, box.area()),
						"the line from " + line.from() + " to " + line.to() + " runs through " + box.node());
			}
		}
	}

	private static boolean crosses(Line line, Area area) {
		for (int i = 1; i < line.x().length; i++) {
			double left = Math.min(line.x()[i], line.x()[i - 1]);
			double top = Math.min(line.y()[i], line.y()[i - 1]);
			var piece = new Area(left, top, Math.abs(line.x()[i] - line.x()[i - 1]), Math.abs(line.y()[i] - line.y()[i - 1]));
			if (overlap(new Area(area.x() + 1, area.y() + 1, area.width() - 2, area.height() - 2), piece)) {
				return true;
			}
		}
		return false;
	}

	@Test
	void aChainIsAStraightColumn() {
		GraphLayout layout = TestGraphs.layOut(LayerGraph.of(TestGraphs.facts("a < in", "b_longer_name < a", "c < b_longer_name")),
				Set.of());
		check(layout);
		for (Line line : layout.edges()) {
			assertEquals(2, line.x().length, "straight");
		}
	}

	@Test
	void branchesKeepTheirOrder() {
		LayerGraph graph = LayerGraph.of(TestGraphs.facts("a < in", "b < in", "b2 < b", "c < in", "d < in", "d2 < d",
				"end < a b2 c d2"));
		GraphLayout layout = TestGraphs.layOut(graph, Set.of());
		check(layout);
		assertInOrder(layout, graph, List.of("a", "b", "c", "d"));
	}

	@Test
	void branchesKeepTheirOrderInGroups() throws StarfishException {
		LayerGraph graph = LayerGraph.of(TestGraphs.model("googlenet.onnx"));
		GraphLayout layout = TestGraphs.layOut(graph, new HashSet<>(graph.groups()));
		for (String group : List.of("inception_3a", "inception_4c", "inception_5b")) {
			assertInOrder(layout, graph, List.of(group + "/1x1", group + "/3x3", group + "/5x5", group + "/pool"));
		}
	}

	private static void assertInOrder(GraphLayout layout, LayerGraph graph, List<String> layers) {
		double last = Double.NEGATIVE_INFINITY;
		for (String name : layers) {
			double x = layout.area(TestGraphs.layer(graph, name)).orElseThrow().x();
			assertTrue(x > last, name + " is not to the right of what comes before");
			last = x;
		}
	}

	@Test
	void linesEnterAndLeaveOpenGroups() {
		LayerGraph graph = LayerGraph.of(TestGraphs.facts("side < in", "m/a/x < in", "m/a/y < m/a/x", "m/a/z < m/a/y m/a/x",
				"m/b < m/a/z side", "m/c < m/b m/a/x", "end < m/c m/b side"));
		check(TestGraphs.layOut(graph, Set.of()));
		check(TestGraphs.layOut(graph, Set.of(TestGraphs.group(graph, "m"))));
		check(TestGraphs.layOut(graph, new HashSet<>(graph.groups())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "googlenet.onnx", "mobilenet_v1_0.25_224.h5", "resnet20_cifar10.onnx", "pretrainedResnet.h5",
			"fer2013_mini_XCEPTION.keras" })
	void realNetworksAreLaidOut(String model) throws StarfishException {
		LayerGraph graph = LayerGraph.of(TestGraphs.model(model));
		check(TestGraphs.layOut(graph, graph.open(40)));
		check(TestGraphs.layOut(graph, new HashSet<>(graph.groups())));
	}

	@Test
	void sameGroupsLookTheSame() throws StarfishException {
		LayerGraph graph = LayerGraph.of(TestGraphs.model("googlenet.onnx"));
		GraphLayout layout = TestGraphs.layOut(graph, new HashSet<>(graph.groups()));
		Optional<Area> a = layout.area(TestGraphs.group(graph, "inception_4b"));
		Optional<Area> b = layout.area(TestGraphs.group(graph, "inception_4c"));
		assertEquals(a.orElseThrow().height(), b.orElseThrow().height());
	}

	@Test
	void fiveHundredLayersAreLaidOutInSeconds() {
		List<String> layers = new ArrayList<>();
		String last = "in";
		for (int block = 0; block < 83; block++) {
			String name = "stage" + block / 20 + "/block" + block + "/";
			layers.add(name + "conv1 < " + last);
			layers.add(name + "relu1 < " + name + "conv1");
			layers.add(name + "conv2 < " + name + "relu1");
			layers.add(name + "relu2 < " + name + "conv2");
			layers.add(name + "conv3 < " + name + "relu2");
			layers.add(name + "add < " + name + "conv3 " + last);
			last = name + "add";
		}
		LayerGraph graph = LayerGraph.of(TestGraphs.facts(layers.toArray(String[]::new)));
		assertEquals(499, graph.facts().layers().size());
		long start = System.nanoTime();
		GraphLayout grouped = TestGraphs.layOut(graph, new HashSet<>(graph.groups()));
		long nanoseconds = System.nanoTime() - start;
		assertEquals(499, grouped.boxes().size());
		check(grouped);
		assertTrue(nanoseconds < Duration.ofSeconds(20).toNanos(),
				"%.1f s, which is no matter of seconds even on a busy machine".formatted(nanoseconds / 1e9));
	}

	@Test
	void isCancelled() throws StarfishException {
		LayerGraph graph = LayerGraph.of(TestGraphs.model("googlenet.onnx"));
		var monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		var layouter = new GraphLayouter(graph, TestGraphs.TEXTS);
		assertThrows(OperationCanceledException.class, () -> layouter.layOut(Set.of(), monitor));
	}
}
