// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes animations as animated PNG (PNG Specification, 3rd edition, section 11.3.6): the chunks of a PNG of each frame, those
 * behind the first one under another name and with a number.
 */
final class ApngWriter {
	private static final short MILLISECONDS = 1000;

	private final OutputStream stream;
	private int sequence;

	private ApngWriter(OutputStream stream) {
		this.stream = stream;
	}

	static void write(Animation animation, OutputStream stream) throws IOException {
		new ApngWriter(stream).write(animation);
	}

	private void write(Animation animation) throws IOException {
		stream.write(PngChunks.SIGNATURE);
		for (int i = 0; i < animation.frames().size(); i++) {
			RgbImage frame = animation.frames().get(i);
			var chunks = new PngChunks(PngWriter.encode(frame));
			chunks.next();
			if (i == 0) {
				chunk("IHDR", chunks.data());
				// So many frames, over and over.
				chunk("acTL", ByteBuffer.allocate(8).putInt(animation.frames().size()).putInt(0).array());
			}
			chunk("fcTL", control(frame, animation.delay(i)));
			while (chunks.next()) {
				if (chunks.type().equals("IDAT")) {
					pixels(chunks.data(), i == 0);
				}
			}
		}
		chunk("IEND", new byte[0]);
	}

	/** The whole frame, which replaces the one before. */
	private byte[] control(RgbImage frame, int delay) {
		return ByteBuffer.allocate(26).putInt(sequence++).putInt(frame.width()).putInt(frame.height()).putInt(0).putInt(0)
				.putShort((short) delay).putShort(MILLISECONDS).put((byte) 0).put((byte) 0).array();
	}

	private void pixels(byte[] data, boolean first) throws IOException {
		if (first) {
			chunk("IDAT", data);
		} else {
			chunk("fdAT", ByteBuffer.allocate(4 + data.length).putInt(sequence++).put(data).array());
		}
	}

	private void chunk(String type, byte[] data) throws IOException {
		ByteBuffer chunk = ByteBuffer.allocate(data.length + PngChunks.FRAME);
		chunk.putInt(data.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
		var crc = new CRC32();
		crc.update(chunk.array(), 4, data.length + 4);
		stream.write(chunk.putInt((int) crc.getValue()).array());
	}
}
