// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;

class LayerGraphTest {
	private static String text(VisibleGraph visible) {
		return visible.edges().stream().map(edge -> edge.from() + ">" + edge.to()).collect(Collectors.joining(" "));
	}

	private static List<String> groups(LayerGraph graph) {
		return graph.groups().stream().map(GraphNode::path).toList();
	}

	@Test
	void namesMakeGroupsOfThreeOrMore() {
		var graph = LayerGraph.of(TestGraphs.facts("a/x < in", "a/y < a/x", "b/x < a/y", "b/y < b/x", "b/z < b/y"));
		assertEquals(List.of("b"), groups(graph), "two layers are no simpler as one box");
		assertEquals("a/x", TestGraphs.layer(graph, "a/x").name(), "a layer without a box around it keeps its name");
		assertEquals("x", TestGraphs.layer(graph, "b/x").name());
	}

	@Test
	void whatIsLeftAndComeBackToIsNoGroup() {
		var graph = LayerGraph.of(TestGraphs.facts("a/x < in", "a/y < a/x", "other < a/y", "a/z < other a/x"));
		assertEquals(List.of(), groups(graph), "other would have to be before and after the box");
		assertEquals("a/z", TestGraphs.layer(graph, "a/z").name());
		var apart = LayerGraph.of(TestGraphs.facts("a/x < in", "a/y < a/x", "other < in", "a/z < other a/y"));
		assertEquals(List.of("a"), groups(apart), "what only enters does not matter");
	}

	@Test
	void aLayerNamedAsItsGroupIsInIt() {
		var graph = LayerGraph.of(TestGraphs.facts("a/x < in", "a/y < a/x", "a < a/y", "end < a"));
		GraphNode group = TestGraphs.group(graph, "a");
		GraphNode layer = TestGraphs.layer(graph, "a");
		assertSame(group, layer.parent());
		assertEquals("a", layer.name());
		assertEquals("a", group.last().name());
		assertEquals(3, group.layers().count());
	}

	@Test
	void linesOfLayersInAClosedGroupEndAtIt() {
		var graph = LayerGraph.of(
				TestGraphs.facts("b/x < in", "b/y < b/x", "b/z < b/x b/y", "p < b/y", "q < b/z", "end < p q"));
		GraphNode group = TestGraphs.group(graph, "b");
		assertEquals("in>b/* b/*>p b/*>q p>end q>end", text(graph.visible(Set.of())));
		assertEquals("in>b/x b/x>b/y b/x>b/z b/y>b/z b/y>p b/z>q p>end q>end", text(graph.visible(Set.of(group))));
		assertEquals(List.of(group), graph.visible(Set.of(group)).frames());
	}

	@Test
	void anOpenGroupInAClosedOneIsNotSeen() {
		var graph = LayerGraph.of(TestGraphs.facts("a/b/x < in", "a/b/y < a/b/x", "a/b/z < a/b/y", "a/c < a/b/z"));
		GraphNode inner = TestGraphs.group(graph, "a/b");
		assertEquals("in>a/*", text(graph.visible(Set.of(inner))));
		assertEquals("in>a/b/x a/b/x>a/b/y a/b/y>a/b/z a/b/z>a/c",
				text(graph.visible(Set.of(inner, TestGraphs.group(graph, "a")))));
	}

	@Test
	void groupsAreOpenedAsLongAsAllCanBeOverlooked() throws StarfishException {
		LayerGraph googlenet = LayerGraph.of(TestGraphs.model("googlenet.onnx"));
		assertTrue(googlenet.open(40).isEmpty());
		assertTrue(googlenet.visible(Set.of()).boxes().size() < 25);
		assertEquals(new HashSet<>(googlenet.groups()), googlenet.open(1000));
		LayerGraph resnet = LayerGraph.of(TestGraphs.model("resnet20_cifar10.onnx"));
		Set<GraphNode> open = resnet.open(40);
		assertFalse(open.isEmpty());
		int boxes = resnet.visible(open).boxes().size();
		assertTrue(boxes <= 40, boxes + " boxes");
	}

	@Test
	void everyLayerIsSeenOnceIfAllIsOpen() throws StarfishException {
		for (String model : List.of("googlenet.onnx", "mobilenet_v1_0.25_224.h5", "resnet20_cifar10.onnx")) {
			LayerGraph graph = LayerGraph.of(TestGraphs.model(model));
			VisibleGraph visible = graph.visible(new HashSet<>(graph.groups()));
			assertEquals(graph.facts().layers(), visible.boxes().stream().map(GraphNode::last)
					.sorted((a, b) -> a.index() - b.index()).toList(), model);
			assertEquals(graph.facts().edges().size(), visible.edges().size(), model);
		}
	}
}
