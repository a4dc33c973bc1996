// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.starfish.core.StarfishException;

/**
 * Reads the pictures a user hands in: PNG, JPEG (also gray and CMYK), BMP, GIF (its first frame) and TIFF (its first
 * page), turned upright as their Exif data say.
 * <p>
 * Transparent parts are laid over white, as viewers and most web pages show them, so that the network is given what
 * the user sees. 16-bit samples are rounded to 8. Files may be hostile: sizes are checked before anything is decoded.
 */
public final class ImageReader {
	/** More pixels than this are refused. */
	static final long MAX_PIXELS = 100_000_000;
	private static final long MAX_FILE_BYTES = 256L << 20;
	/** Raw samples in bytes; a TIFF may hold dozens of 64-bit channels. */
	private static final long MAX_RAW_BYTES = 1L << 30;
	/** Tiles or strips of a TIFF; each costs time, however small it is. */
	private static final long MAX_TILES = 1_000_000;
	/** Pixels times passes over them; a progressive JPEG may hold thousands of scans. */
	private static final long MAX_SCANNED_PIXELS = 2_000_000_000;
	private static final Set<String> FORMATS = Set.of("png", "jpeg", "bmp", "gif", "tif", "tiff");

	private ImageReader() {
	}

	/**
	 * Reads a picture from a file.
	 *
	 * @throws StarfishException if it is missing, damaged, incomplete, too large or no picture
	 */
	public static RgbImage read(Path file) throws StarfishException {
		try {
			if (Files.isDirectory(file)) {
				throw new StarfishException("%s is a folder, not a picture.".formatted(file));
			}
			if (Files.exists(file) && !Files.isRegularFile(file)) {
				throw new StarfishException("%s is not an ordinary file.".formatted(file));
			}
			long size = Files.size(file);
			if (size > MAX_FILE_BYTES) {
				throw tooLargeFile(file.toString());
			}
			try (InputStream stream = Files.newInputStream(file)) {
				return read(stream, file.toString());
			}
		} catch (NoSuchFileException e) {
			throw new StarfishException("There is no file %s.".formatted(file), e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}

	/**
	 * Reads a picture from a stream, which stays open.
	 *
	 * @param name what to call the picture in messages
	 * @throws StarfishException if it is damaged, incomplete, too large or no picture
	 */
	public static RgbImage read(InputStream stream, String name) throws StarfishException, IOException {
		byte[] content = stream.readNBytes((int) MAX_FILE_BYTES + 1);
		if (content.length > MAX_FILE_BYTES) {
			throw tooLargeFile(name);
		}
		if (content.length == 0) {
			throw new StarfishException("%s is empty.".formatted(name));
		}
		try {
			return ExifOrientation.of(content).apply(decode(content, name));
		} catch (EOFException e) {
			throw incomplete(name, e);
		} catch (IOException | RuntimeException e) {
			for (Throwable cause = e; cause != null; cause = cause.getCause()) {
				if (cause instanceof EOFException) {
					throw incomplete(name, e);
				}
			}
			throw new StarfishException("%s is damaged and cannot be read as a picture.".formatted(name), e);
		} catch (OutOfMemoryError e) {
			throw new StarfishException(
					"%s needs more memory than there is; make the picture smaller.".formatted(name), e);
		}
	}

	private static RgbImage decode(byte[] content, String name) throws IOException, StarfishException {
		try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
			javax.imageio.ImageReader reader = reader(stream);
			if (reader == null) {
				throw new StarfishException(
						"%s is not a picture that can be read; use PNG, JPEG, BMP, GIF or TIFF.".formatted(name));
			}
			try {
				reader.setInput(stream, true, true);
				return decode(reader, content, name);
			} finally {
				reader.dispose();
			}
		}
	}

	private static RgbImage decode(javax.imageio.ImageReader reader, byte[] content, String name)
			throws IOException, StarfishException {
		boolean jpeg = reader.getFormatName().equalsIgnoreCase("jpeg");
		checkSize(reader, jpeg ? JpegData.scans(content) : 1, name);
		var truncation = new boolean[1];
		reader.addIIOReadWarningListener(
				(source, warning) -> truncation[0] |= warning.toLowerCase(Locale.ROOT).contains("premature end"));
		RgbImage image;
		if (jpeg && JpegData.isCmyk(content)) {
			image = JpegData.toRgb(reader.readRaster(0, null), content);
		} else {
			image = Decoded.toRgb(reader.read(0), name);
		}
		if (truncation[0]) {
			throw incomplete(name, null);
		}
		return image;
	}

	private static void checkSize(javax.imageio.ImageReader reader, int passes, String name)
			throws IOException, StarfishException {
		long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
		if (pixels > MAX_PIXELS || pixels * passes > MAX_SCANNED_PIXELS) {
			throw new StarfishException("%s is too large: %d x %d pixels; make it smaller than %d megapixels."
					.formatted(name, reader.getWidth(0), reader.getHeight(0), MAX_PIXELS / 1_000_000));
		}
		if (pixels < 1) {
			throw new IIOException("no pixels");
		}
		// Only TIFF pages are split so that the pieces can be counted, or have odd channels; others may not know yet.
		if (reader.getFormatName().equalsIgnoreCase("tif") || reader.getFormatName().equalsIgnoreCase("tiff")) {
			long tiles = ceilDiv(reader.getWidth(0), reader.getTileWidth(0))
					* ceilDiv(reader.getHeight(0), reader.getTileHeight(0));
			ImageTypeSpecifier type = reader.getRawImageType(0);
			long bits = 0;
			for (int band = 0; type != null && band < type.getNumBands(); band++) {
				bits += type.getBitsPerBand(band);
			}
			if (tiles > MAX_TILES || pixels * bits / 8 > MAX_RAW_BYTES) {
				throw new StarfishException(
						"%s is too large to be decoded; save it again as an 8-bit RGB picture.".formatted(name));
			}
		}
	}

	private static long ceilDiv(int a, int b) throws IIOException {
		if (b < 1) {
			throw new IIOException("no tiles");
		}
		return Math.ceilDiv((long) a, b);
	}

	private static javax.imageio.ImageReader reader(ImageInputStream stream) throws IOException {
		Iterator<javax.imageio.ImageReader> readers = ImageIO.getImageReaders(stream);
		while (readers.hasNext()) {
			javax.imageio.ImageReader reader = readers.next();
			if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
				return reader;
			}
			reader.dispose();
		}
		return null;
	}

	private static StarfishException tooLargeFile(String name) {
		return new StarfishException("%s is larger than %d MB; save the picture in a smaller file.".formatted(name,
				MAX_FILE_BYTES >> 20));
	}

	private static StarfishException incomplete(String name, Exception cause) {
		return new StarfishException("%s is incomplete: it ends in the middle of the picture.".formatted(name), cause);
	}
}
