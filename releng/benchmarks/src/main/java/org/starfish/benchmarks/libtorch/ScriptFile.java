// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.libtorch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a TorchScript module: a zip of its source text, its pickled attributes and their data. */
final class ScriptFile {
	/** Of the file format, as PyTorch 2 writes it. */
	private static final String VERSION = "10\n";

	/**
	 * A tensor of the module.
	 *
	 * @param shape at least one axis
	 * @param values in C order
	 */
	record Tensor(List<Integer> shape, float[] values) {
	}

	private ScriptFile() {
	}

	/**
	 * @param tensors the module's attributes by name
	 * @param methods the source text of its methods, indented
	 */
	static void write(Path file, Map<String, Tensor> tensors, String methods) throws IOException {
		try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
			zip.setMethod(ZipOutputStream.STORED);
			var code = new StringBuilder("class Net(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n");
			var pickle = new Pickle().beginObject("__torch__", "Net").text("training").bool(false);
			int key = 0;
			for (var tensor : tensors.entrySet()) {
				code.append("  ").append(tensor.getKey()).append(" : Tensor\n");
				pickle.text(tensor.getKey()).tensor(Integer.toString(key), tensor.getValue().shape());
				put(zip, "data/" + key++, bytes(tensor.getValue().values()));
			}
			put(zip, "data.pkl", pickle.endObject().toBytes());
			put(zip, "code/__torch__.py", code.append(methods).toString().getBytes(StandardCharsets.UTF_8));
			put(zip, "constants.pkl", new Pickle().emptyTuple().toBytes());
			put(zip, "version", VERSION.getBytes(StandardCharsets.UTF_8));
		}
	}

	private static byte[] bytes(float[] values) {
		ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(values);
		return bytes.array();
	}

	private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
		var entry = new ZipEntry("archive/" + name);
		entry.setSize(bytes.length);
		var crc = new CRC32();
		crc.update(bytes);
		entry.setCrc(crc.getValue());
		zip.putNextEntry(entry);
		zip.write(bytes);
		zip.closeEntry();
	}
}
