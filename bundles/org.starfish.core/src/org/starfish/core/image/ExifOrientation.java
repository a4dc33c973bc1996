// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.imaging.tiff.TiffMetadataReader;
import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/**
 * How a camera was held, as the Exif orientation tag (0x0112) of JPEG, TIFF and PNG files says.
 *
 * @param value 1 to 8; 1 is upright
 */
record ExifOrientation(int value) {
	private static final ExifOrientation UPRIGHT = new ExifOrientation(1);

	/** The orientation of a picture's file; upright where it says nothing, or nothing sensible. */
	static ExifOrientation of(byte[] file) {
		try {
			ExifIFD0Directory directory = metadata(file).getFirstDirectoryOfType(ExifIFD0Directory.class);
			Integer value = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
			return value == null || value < 1 || value > 8 ? UPRIGHT : new ExifOrientation(value);
		} catch (JpegProcessingException | TiffProcessingException | IOException | RuntimeException e) {
			// Damaged metadata do not make the picture unreadable.
			return UPRIGHT;
		}
	}

	private static Metadata metadata(byte[] file) throws JpegProcessingException, TiffProcessingException, IOException {
		if (starts(file, 0xff, 0xd8)) {
			return JpegMetadataReader.readMetadata(new ByteArrayInputStream(file), List.of(new ExifReader()));
		}
		if (starts(file, 'I', 'I', 42, 0) || starts(file, 'M', 'M', 0, 42)) {
			return TiffMetadataReader.readMetadata(new ByteArrayReader(file));
		}
		var metadata = new Metadata();
		var chunks = new PngChunks(file);
		while (chunks.next()) {
			if (chunks.type().equals("eXIf")) {
				new ExifReader().extract(new ByteArrayReader(chunks.data()), metadata);
			}
		}
		return metadata;
	}

	private static boolean starts(byte[] file, int... signature) {
		for (int i = 0; i < signature.length; i++) {
			if (i >= file.length || file[i] != (byte) signature[i]) {
				return false;
			}
		}
		return true;
	}

	/** Turns a picture upright. */
	RgbImage apply(RgbImage image) {
		if (value == 1) {
			return image;
		}
		boolean sideways = value >= 5;
		int width = sideways ? image.height() : image.width();
		int height = sideways ? image.width() : image.height();
		byte[] source = image.rgb();
		byte[] target = new byte[source.length];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int column = sideways ? y : x;
				int row = sideways ? x : y;
				if (value == 2 || value == 3 || value == 7 || value == 8) {
					column = image.width() - 1 - column;
				}
				if (value == 3 || value == 4 || value == 6 || value == 7) {
					row = image.height() - 1 - row;
				}
				System.arraycopy(source, 3 * (row * image.width() + column), target, 3 * (y * width + x), 3);
			}
		}
		return new RgbImage(width, height, target);
	}
}
