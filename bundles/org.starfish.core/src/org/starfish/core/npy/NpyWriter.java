// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes tensors as NumPy files, format 1.0: float32, little-endian, C order. */
public final class NpyWriter {
	static final byte[] MAGIC = { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y' };
	/** The data begin at a multiple of this. */
	private static final int ALIGNMENT = 64;

	private NpyWriter() {
	}

	/**
	 * The bytes of a file.
	 *
	 * @param shape the sizes of the axes
	 * @param values in C order
	 */
	public static byte[] encode(int[] shape, float[] values) {
		return encode(new NpyTensor(shape, values));
	}

	/** The bytes of a file. */
	public static byte[] encode(NpyTensor tensor) {
		int[] shape = tensor.shape();
		String axes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "))
				+ (shape.length == 1 ? "," : "");
		String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + axes + "), }";
		int unpadded = MAGIC.length + 4 + header.length() + 1;
		int start = Math.ceilDiv(unpadded, ALIGNMENT) * ALIGNMENT;
		header += " ".repeat(start - unpadded) + "\n";
		ByteBuffer file = ByteBuffer.allocate(Math.addExact(start, Math.multiplyExact(4, tensor.values().length)));
		file.order(ByteOrder.LITTLE_ENDIAN).put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
		file.put(header.getBytes(StandardCharsets.ISO_8859_1));
		file.asFloatBuffer().put(tensor.values());
		return file.array();
	}
}
