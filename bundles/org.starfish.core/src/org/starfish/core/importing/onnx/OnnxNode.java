// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;

import onnx.Onnx.AttributeProto;
import onnx.Onnx.NodeProto;

/** A node of an ONNX graph with the name of the layer that it becomes, its attributes by name, and its complaints. */
final class OnnxNode {
	private final Path file;
	private final NodeProto proto;
	private final String name;

	OnnxNode(Path file, NodeProto proto, String name) {
		this.file = file;
		this.proto = proto;
		this.name = name;
	}

	Path file() {
		return file;
	}

	/** The name of the layer. */
	String name() {
		return name;
	}

	/** The operator. */
	String type() {
		return proto.getOpType();
	}

	/** The domain of the operator; empty for ONNX's own. */
	String domain() {
		return proto.getDomain().equals("ai.onnx") ? "" : proto.getDomain();
	}

	List<String> inputs() {
		return proto.getInputList();
	}

	List<String> outputs() {
		return proto.getOutputList();
	}

	/** Whether an optional input is given. */
	boolean hasInput(int index) {
		return index < proto.getInputCount() && !proto.getInput(index).isEmpty();
	}

	List<AttributeProto> attributes() {
		return proto.getAttributeList();
	}

	Optional<AttributeProto> attribute(String attribute) {
		return proto.getAttributeList().stream().filter(each -> each.getName().equals(attribute)).findFirst();
	}

	boolean hasAttribute(String attribute) {
		return attribute(attribute).isPresent();
	}

	int integer(String attribute, int otherwise) throws StarfishException {
		Optional<AttributeProto> found = attribute(attribute);
		return found.isPresent() ? narrow(attribute, found.get().getI()) : otherwise;
	}

	float decimal(String attribute, float otherwise) {
		return attribute(attribute).map(AttributeProto::getF).orElse(otherwise);
	}

	String text(String attribute, String otherwise) {
		return attribute(attribute).map(found -> found.getS().toStringUtf8()).orElse(otherwise);
	}

	/** Whole numbers, as many as {@code otherwise} has. */
	int[] integers(String attribute, int... otherwise) throws StarfishException {
		Optional<int[]> found = integers(attribute);
		if (found.isPresent() && found.get().length != otherwise.length) {
			throw error("has %d values for '%s' where %d belong, so the file is damaged or wrongly exported"
					.formatted(found.get().length, attribute, otherwise.length));
		}
		return found.orElse(otherwise);
	}

	/** Whole numbers, if the attribute is there. */
	Optional<int[]> integers(String attribute) throws StarfishException {
		Optional<AttributeProto> found = attribute(attribute);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		int[] values = new int[found.get().getIntsCount()];
		for (int i = 0; i < values.length; i++) {
			values[i] = narrow(attribute, found.get().getInts(i));
		}
		return Optional.of(values);
	}

	/** Whole numbers of any size, if the attribute is there. */
	Optional<long[]> longs(String attribute) {
		return attribute(attribute).map(found -> found.getIntsList().stream().mapToLong(Long::longValue).toArray());
	}

	/**
	 * Makes a complaint about this node.
	 *
	 * @param predicate goes on after "Layer 'name' (operator) of file", without a full stop
	 */
	StarfishException error(String predicate) {
		return new StarfishException(
				"Layer '%s' (%s) of %s %s.".formatted(name, Printable.of(type()), file.getFileName(), predicate));
	}

	private int narrow(String attribute, long value) throws StarfishException {
		if (value != (int) value) {
			throw error("has the impossible value %d for '%s', so the file is damaged".formatted(value, attribute));
		}
		return (int) value;
	}
}
