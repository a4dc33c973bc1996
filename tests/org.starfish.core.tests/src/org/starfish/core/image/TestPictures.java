// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures and picture files made for one purpose. */
final class TestPictures {
	private TestPictures() {
	}

	/** A smooth picture without symmetry: red grows to the right, green downwards, blue is constant. */
	static RgbImage gradient(int width, int height) {
		byte[] rgb = new byte[3 * width * height];
		for (int y = 0, at = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				rgb[at++] = (byte) (250 * x / Math.max(1, width - 1));
				rgb[at++] = (byte) (250 * y / Math.max(1, height - 1));
				rgb[at++] = 90;
			}
		}
		return new RgbImage(width, height, rgb);
	}

	static BufferedImage buffered(RgbImage image, int type) {
		var buffered = new BufferedImage(image.width(), image.height(), type);
		for (int y = 0; y < image.height(); y++) {
			for (int x = 0; x < image.width(); x++) {
				buffered.setRGB(x, y, 0xff000000 | image.pixel(x, y));
			}
		}
		return buffered;
	}

	static byte[] file(RgbImage image, String format) {
		return file(buffered(image, BufferedImage.TYPE_INT_RGB), format);
	}

	static byte[] file(BufferedImage image, String format) {
		var bytes = new ByteArrayOutputStream();
		try {
			if (!ImageIO.write(image, format, bytes)) {
				throw new IllegalStateException("no writer for " + format);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	/** A JPEG file with another segment right behind its start. */
	static byte[] withSegment(byte[] jpeg, int marker, byte[] data) {
		ByteBuffer result = ByteBuffer.allocate(jpeg.length + 4 + data.length);
		result.put(jpeg, 0, 2).put((byte) 0xff).put((byte) marker).putShort((short) (2 + data.length)).put(data);
		return result.put(jpeg, 2, jpeg.length - 2).array();
	}

	/** A PNG file with another chunk behind its header chunk. */
	static byte[] withChunk(byte[] png, String type, byte[] data) {
		int behindHeader = PngChunks.SIGNATURE.length + 13 + PngChunks.FRAME;
		byte[] chunk = chunk(type, data);
		ByteBuffer result = ByteBuffer.allocate(png.length + chunk.length);
		return result.put(png, 0, behindHeader).put(chunk).put(png, behindHeader, png.length - behindHeader).array();
	}

	static byte[] chunk(String type, byte[] data) {
		ByteBuffer chunk = ByteBuffer.allocate(data.length + PngChunks.FRAME);
		chunk.putInt(data.length);
		for (char letter : type.toCharArray()) {
			chunk.put((byte) letter);
		}
		chunk.put(data);
		var crc = new CRC32();
		crc.update(chunk.array(), 4, data.length + 4);
		return chunk.putInt((int) crc.getValue()).array();
	}

	/** A TIFF structure, as Exif data are, with nothing but the orientation. */
	static byte[] orientation(int value) {
		ByteBuffer tiff = ByteBuffer.allocate(26);
		tiff.put(new byte[] { 'M', 'M', 0, 42 }).putInt(8).putShort((short) 1);
		return tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) value).array();
	}

	/** The same as the content of a JPEG's APP1 segment. */
	static byte[] exif(int value) {
		byte[] tiff = orientation(value);
		return ByteBuffer.allocate(6 + tiff.length).put(new byte[] { 'E', 'x', 'i', 'f', 0, 0 }).put(tiff).array();
	}
}
