// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Walks over the chunks of a PNG file (PNG Specification, 3rd edition, section 5). Stops at the first chunk that does
 * not fit into the file, so that damaged files end early rather than fail.
 */
final class PngChunks {
	static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	/** Bytes of a chunk around its data: length, type and checksum. */
	static final int FRAME = 12;

	private final byte[] file;
	private int start;
	private int end = SIGNATURE.length;

	PngChunks(byte[] file) {
		this.file = file;
		if (!isPng(file)) {
			end = file.length;
		}
	}

	static boolean isPng(byte[] file) {
		return file.length >= SIGNATURE.length
				&& Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
	}

	/** Goes to the next chunk; false if there is none. */
	boolean next() {
		if (file.length - end < FRAME) {
			return false;
		}
		long length = integer(end) & 0xffffffffL;
		if (length > file.length - end - FRAME) {
			return false;
		}
		start = end;
		end = start + FRAME + (int) length;
		return true;
	}

	/** The four letters of the current chunk. */
	String type() {
		return new String(file, start + 4, 4, StandardCharsets.ISO_8859_1);
	}

	/** The offset behind the current chunk. */
	int end() {
		return end;
	}

	byte[] data() {
		return Arrays.copyOfRange(file, start + 8, end - 4);
	}

	/** Whether the checksum of the current chunk is right. */
	boolean isIntact() {
		var crc = new CRC32();
		crc.update(file, start + 4, end - start - 8);
		return (int) crc.getValue() == integer(end - 4);
	}

	private int integer(int at) {
		return (file[at] & 0xff) << 24 | (file[at + 1] & 0xff) << 16 | (file[at + 2] & 0xff) << 8 | file[at + 3] & 0xff;
	}
}
