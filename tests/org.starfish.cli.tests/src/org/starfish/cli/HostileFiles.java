// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes files that no honest program would. ONNX is written byte by byte, after the field numbers of its schema. */
final class HostileFiles {
	private static final int FLOAT = 1;

	private HostileFiles() {
	}

	/** Two ONNX nodes that read each other. */
	static byte[] onnxWithCycle() {
		return model(concat(node("Add", "x", "b", "a"), node("Relu", "a", "b"),
				valueInfo(11, "x"), valueInfo(12, "b")));
	}

	/** An ONNX convolution whose weights are nowhere. */
	static byte[] onnxWithoutInitializer() {
		return model(concat(node("Conv", "x", "weights", "y"), valueInfo(11, "x"), valueInfo(12, "y")));
	}

	/** An ONNX sum whose constant is said to lie in another file. */
	static byte[] onnxWithExternalData(String location) {
		byte[] entry = concat(text(1, "location"), text(2, location));
		byte[] tensor = concat(number(1, 3), number(1, 4), number(1, 4), number(2, FLOAT), text(8, "constant"),
				field(13, entry), number(14, 1));
		return model(concat(node("Add", "x", "constant", "y"), field(5, tensor), valueInfo(11, "x"), valueInfo(12, "y")));
	}

	/** An ONNX reshape into something that no memory holds. */
	static byte[] onnxWithHugeTensor() {
		byte[] tensor = concat(number(1, 1L << 30), number(1, 1L << 30), number(2, FLOAT), text(8, "constant"));
		return model(concat(node("Add", "x", "constant", "y"), field(5, tensor), valueInfo(11, "x"), valueInfo(12, "y")));
	}

	/** A zip with one entry of that many zeros. */
	static void bomb(Path file, String entry, int megabytes) throws IOException {
		try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
			zip.putNextEntry(new ZipEntry(entry));
			byte[] zeros = new byte[1 << 20];
			for (int i = 0; i < megabytes; i++) {
				zip.write(zeros);
			}
		}
	}

	/** A Keras 3 file with one of its activations turned into a Lambda layer. */
	static void kerasWithLambda(Path good, Path file) throws IOException {
		try (var in = new ZipInputStream(Files.newInputStream(good));
				var out = new ZipOutputStream(Files.newOutputStream(file))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				out.putNextEntry(new ZipEntry(entry.getName()));
				byte[] bytes = in.readAllBytes();
				if (entry.getName().equals("config.json")) {
					String text = new String(bytes, StandardCharsets.UTF_8);
					bytes = text.replaceFirst("\"class_name\": *\"Activation\"", "\"class_name\": \"Lambda\"")
							.getBytes(StandardCharsets.UTF_8);
				}
				out.write(bytes);
			}
		}
	}

	/** A Keras HDF5 file with one of its activations turned into a Lambda layer, in place. */
	static void hdf5WithLambda(Path good, Path file) throws IOException {
		String text = Files.readString(good, StandardCharsets.ISO_8859_1);
		String changed = text.replaceFirst("\"Activation\"", "\"Lambda\"    ");
		if (changed.equals(text)) {
			throw new IllegalStateException("no activation in " + good);
		}
		Files.writeString(file, changed, StandardCharsets.ISO_8859_1);
	}

	private static byte[] model(byte[] graph) {
		byte[] opset = number(2, 13);
		return concat(number(1, 8), field(7, graph), field(8, opset));
	}

	/** The last name is the output. */
	private static byte[] node(String operator, String... names) {
		byte[] node = new byte[0];
		for (int i = 0; i < names.length - 1; i++) {
			node = concat(node, text(1, names[i]));
		}
		return field(1, concat(node, text(2, names[names.length - 1]), text(3, names[names.length - 1]), text(4, operator)));
	}

	private static byte[] valueInfo(int field, String name) {
		byte[] shape = concat(field(1, number(1, 1)), field(1, number(1, 3)), field(1, number(1, 4)), field(1, number(1, 4)));
		byte[] type = field(1, concat(number(1, FLOAT), field(2, shape)));
		return field(field, concat(text(1, name), field(2, type)));
	}

	private static byte[] text(int field, String text) {
		return field(field, text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] field(int field, byte[] content) {
		return concat(varint(field << 3 | 2), varint(content.length), content);
	}

	private static byte[] number(int field, long value) {
		return concat(varint(field << 3), varint(value));
	}

	private static byte[] varint(long value) {
		var bytes = new ByteArrayOutputStream();
		for (long rest = value; ; rest >>>= 7) {
			if (rest < 0x80) {
				bytes.write((int) rest);
				return bytes.toByteArray();
			}
			bytes.write((int) (rest & 0x7f | 0x80));
		}
	}

	private static byte[] concat(byte[]... parts) {
		var bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}
}
