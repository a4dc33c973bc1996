// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.starfish.core.StarfishException;

/** Which class maps which operator, and what is said about those that none maps. */
final class Operators {
	private static final Map<String, OperatorMapper> MAPPERS = new HashMap<>();
	static {
		ConvolutionOperators.register(MAPPERS);
		PoolingOperators.register(MAPPERS);
		DenseOperators.register(MAPPERS);
		NormalizationOperators.register(MAPPERS);
		ActivationOperators.register(MAPPERS);
		ArithmeticOperators.register(MAPPERS);
		ReductionOperators.register(MAPPERS);
		ReshapeOperators.register(MAPPERS);
		SliceOperators.register(MAPPERS);
		JoinOperators.register(MAPPERS);
		ResizeOperators.register(MAPPERS);
	}

	private static final List<String> QUANTIZED = List.of("Quantize", "Dequantize", "DynamicQuantize", "QLinear",
			"QGemm", "QAttention", "ConvInteger", "MatMulInteger", "MatMulNBits");
	private static final Set<String> BRANCHING = Set.of("If", "Loop", "Scan");

	private Operators() {
	}

	/** What maps a node; empty if nothing does. */
	static Optional<OperatorMapper> find(OnnxNode node) {
		return node.domain().isEmpty() ? Optional.ofNullable(MAPPERS.get(node.type())) : Optional.empty();
	}

	/** Says why a node cannot be mapped and what can be done. */
	static StarfishException refusal(OnnxNode node) {
		String type = node.type();
		if (QUANTIZED.stream().anyMatch(type::startsWith)) {
			return node
					.error("is quantized, which Starfish cannot run; export the model with float32 or float16 weights");
		}
		if (!node.domain().isEmpty()) {
			return node.error(("uses an operator of the domain '%s', of which Starfish knows none; "
					+ "export the model with ONNX's own operators").formatted(Printable.of(node.domain())));
		}
		if (BRANCHING.contains(type)) {
			return node.error("branches or repeats, which Starfish cannot; export the model with a fixed input size, "
					+ "or simplify it");
		}
		if (type.contains("Sequence") || type.startsWith("Optional")) {
			return node.error("works on lists of tensors, which Starfish cannot; export the model without");
		}
		return node.error("uses an operator that Starfish does not have; export the model without it, or cut it off "
				+ "before this layer");
	}
}
