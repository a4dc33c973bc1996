// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.importing.ModelImporters;
import org.starfish.testkit.TestData;

class LayerFamilyTest {
	@Test
	void theKindsOfARealModelFallIntoFamilies() throws StarfishException {
		var families = new TreeMap<LayerFamily, Set<String>>();
		ModelFacts facts = ModelFacts.of(ModelImporters.builtIn().read(TestData.model("googlenet.onnx"), Progress.NONE));
		facts.layers().forEach(
				layer -> families.computeIfAbsent(layer.family(), key -> new TreeSet<>()).add(layer.kind()));
		assertEquals(Map.of(
				LayerFamily.INPUT, Set.of("Input"),
				LayerFamily.CONVOLUTION, Set.of("Convolution"),
				LayerFamily.POOLING, Set.of("Average pooling", "Max pooling"),
				LayerFamily.NORMALIZATION, Set.of("Local response normalization"),
				LayerFamily.ACTIVATION, Set.of("ReLU", "Softmax"),
				LayerFamily.MERGE, Set.of("Concatenation"),
				LayerFamily.SHAPE, Set.of("Flatten"),
				LayerFamily.DENSE, Set.of("Dense")), families);
	}
}
