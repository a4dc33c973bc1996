// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.util.List;
import java.util.Optional;

import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;

/**
 * What is to be told about a layer.
 *
 * @param index its place in the running order, from 0
 * @param name as the model file names it
 * @param aliases other names it answers to
 * @param kind what kind of layer it is, as in {@code Convolution}
 * @param family what it has in common with layers of other kinds
 * @param inputs the names of the layers it reads, in order
 * @param shape what it answers to one input of the network's own shape
 * @param parameters how many trained numbers it has
 * @param flops floating point operations for one input; a multiply-add counts as two
 * @param share of the floating point operations of the whole network, 0 to 1
 * @param field what one of its positions sees of the input, and the step from one position to the next
 * @param library which computes it in place of the engine; empty if the engine does
 * @param output whether the model declares it as an output
 */
public record LayerFacts(int index, String name, List<String> aliases, String kind, LayerFamily family,
		List<String> inputs, Shape shape, long parameters, long flops, double share, ReceptiveField field,
		Optional<String> library, boolean output) {
	public LayerFacts {
		aliases = List.copyOf(aliases);
		inputs = List.copyOf(inputs);
	}
}
