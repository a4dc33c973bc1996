// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the part of Python's pickle protocol 2 that TorchScript files use. */
final class Pickle {
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	Pickle() {
		out.write(0x80);
		out.write(2);
	}

	/** An object of a class that takes no arguments, its attributes to be put between this and {@link #endObject}. */
	Pickle beginObject(String module, String name) {
		return global(module, name).code(")").code("\u0081").code("}").code("(");
	}

	Pickle endObject() {
		return code("u").code("b");
	}

	Pickle text(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return code("X").number(bytes.length).bytes(bytes);
	}

	Pickle integer(int value) {
		return code("J").number(value);
	}

	Pickle bool(boolean value) {
		return code(value ? "\u0088" : "\u0089");
	}

	Pickle emptyTuple() {
		return code(")");
	}

	/**
	 * A tensor of floats that lies in a file of its own.
	 *
	 * @param key the name of that file
	 */
	Pickle tensor(String key, List<Integer> shape) {
		int count = shape.stream().reduce(1, Math::multiplyExact);
		global("torch._utils", "_rebuild_tensor_v2").code("(");
		code("(").text("storage").global("torch", "FloatStorage").text(key).text("cpu").integer(count).code("t").code("Q");
		integer(0).code("(");
		shape.forEach(this::integer);
		code("t").code("(");
		int stride = count;
		for (int size : shape) {
			stride /= size;
			integer(stride);
		}
		return code("t").bool(false).global("collections", "OrderedDict").code(")").code("R").code("t").code("R");
	}

	/** Ends the pickle. */
	byte[] toBytes() {
		code(".");
		return out.toByteArray();
	}

	private Pickle global(String module, String name) {
		return code("c" + module + "\n" + name + "\n");
	}

	private Pickle code(String code) {
		return bytes(code.getBytes(StandardCharsets.ISO_8859_1));
	}

	private Pickle bytes(byte[] bytes) {
		out.writeBytes(bytes);
		return this;
	}

	private Pickle number(int value) {
		for (int shift = 0; shift < 32; shift += 8) {
			out.write(value >> shift);
		}
		return this;
	}
}
