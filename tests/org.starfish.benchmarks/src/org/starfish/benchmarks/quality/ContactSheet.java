// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.benchmarks.quality;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

import org.starfish.core.image.Fit;
import org.starfish.core.image.Resampler;
import org.starfish.core.image.RgbImage;

/** Pictures side by side, for the documentation. */
public final class ContactSheet {
	private static final int GAP = 4;
	private static final float JPEG_QUALITY = 0.9f;

	private ContactSheet() {
	}

	/**
	 * A sheet of pictures.
	 *
	 * @param rows in how many rows, filled column by column
	 * @param side of a picture on the sheet, px
	 */
	public static RgbImage of(List<RgbImage> pictures, int rows, int side) {
		int columns = (pictures.size() + rows - 1) / rows;
		RgbImage sheet = RgbImage.filled(columns * (side + GAP) - GAP, rows * (side + GAP) - GAP, 0xffffff);
		for (int i = 0; i < pictures.size(); i++) {
			RgbImage picture = Resampler.resize(pictures.get(i), side, side, Fit.CROP);
			int left = i / rows * (side + GAP);
			int top = i % rows * (side + GAP);
			for (int y = 0; y < side; y++) {
				System.arraycopy(picture.rgb(), y * side * 3, sheet.rgb(), ((top + y) * sheet.width() + left) * 3, side * 3);
			}
		}
		return sheet;
	}

	/** Writes a sheet as JPEG, a fifth of the size of a PNG of such pictures. */
	public static void write(RgbImage sheet, Path file) throws IOException {
		var image = new BufferedImage(sheet.width(), sheet.height(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < sheet.height(); y++) {
			for (int x = 0; x < sheet.width(); x++) {
				image.setRGB(x, y, sheet.pixel(x, y));
			}
		}
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		ImageWriteParam how = writer.getDefaultWriteParam();
		how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		how.setCompressionQuality(JPEG_QUALITY);
		Files.deleteIfExists(file);
		try (var stream = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), how);
		} finally {
			writer.dispose();
		}
	}
}
