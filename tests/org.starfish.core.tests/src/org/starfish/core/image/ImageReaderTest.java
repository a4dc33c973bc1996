// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.StarfishException;
import org.starfish.testkit.TestData;

class ImageReaderTest {
	private static final RgbImage PICTURE = TestPictures.gradient(48, 32);

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "png", "bmp", "tiff" })
	void losslessFormatsComeBackUnchanged(String format) throws Exception {
		assertEquals(PICTURE, read(TestPictures.file(PICTURE, format)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jpeg", "gif" })
	void lossyFormatsComeBackSimilar(String format) throws Exception {
		assertSimilar(PICTURE, read(TestPictures.file(PICTURE, format)), 6);
	}

	@Test
	void aFileIsKnownByItsContentNotItsName() throws Exception {
		Path file = Files.write(folder.resolve("picture.txt"), TestPictures.file(PICTURE, "png"));
		assertEquals(PICTURE, ImageReader.read(file));
	}

	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY })
	void grayKeepsItsBrightness(int type) throws Exception {
		var gray = new BufferedImage(3, 1, type);
		int one = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
		gray.getRaster().setPixels(0, 0, 3, 1, new int[] { 0, 128 * one, 255 * one });
		RgbImage image = read(TestPictures.file(gray, "png"));
		assertEquals(0x000000, image.pixel(0, 0));
		assertEquals(0x808080, image.pixel(1, 0));
		assertEquals(0xffffff, image.pixel(2, 0));
	}

	@Test
	void transparentPartsAreLaidOverWhite() throws Exception {
		var image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x00ff0000);
		image.setRGB(1, 0, 0x80ff0000);
		image.setRGB(2, 0, 0xffff0000);
		RgbImage read = read(TestPictures.file(image, "png"));
		assertEquals(0xffffff, read.pixel(0, 0));
		assertEquals(0xff7f7f, read.pixel(1, 0));
		assertEquals(0xff0000, read.pixel(2, 0));
	}

	@Test
	void paletteAndBlackAndWhitePicturesAreRead() throws Exception {
		var image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
		image.setRGB(1, 0, 0xffffffff);
		RgbImage read = read(TestPictures.file(image, "png"));
		assertEquals(0x000000, read.pixel(0, 0));
		assertEquals(0xffffff, read.pixel(1, 0));
	}

	/** Where the upper left pixel of the upright picture is stored, for each orientation. */
	@ParameterizedTest
	@CsvSource({ "1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0" })
	void picturesAreTurnedUpright(int orientation, int right, int bottom) throws Exception {
		byte[] png = TestPictures.withChunk(TestPictures.file(PICTURE, "png"), "eXIf",
				TestPictures.orientation(orientation));
		byte[] jpeg = TestPictures.withSegment(TestPictures.file(PICTURE, "jpeg"), 0xe1,
				TestPictures.exif(orientation));
		int corner = PICTURE.pixel(right * (PICTURE.width() - 1), bottom * (PICTURE.height() - 1));
		RgbImage upright = read(png);
		assertEquals(corner, upright.pixel(0, 0));
		assertEquals(orientation >= 5 ? 32 : 48, upright.width());
		assertEquals(orientation >= 5 ? 48 : 32, upright.height());
		assertSimilar(upright, read(jpeg), 6);
	}

	@Test
	void orientationSixTurnsClockwise() throws Exception {
		byte[] png = TestPictures.withChunk(TestPictures.file(PICTURE, "png"), "eXIf", TestPictures.orientation(6));
		RgbImage upright = read(png);
		for (int y = 0; y < PICTURE.height(); y++) {
			for (int x = 0; x < PICTURE.width(); x++) {
				assertEquals(PICTURE.pixel(x, y), upright.pixel(PICTURE.height() - 1 - y, x));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9, 30000 })
	void nonsenseOrientationsAreIgnored(int orientation) throws Exception {
		byte[] jpeg = TestPictures.withSegment(TestPictures.file(PICTURE, "jpeg"), 0xe1,
				TestPictures.exif(orientation));
		assertSimilar(PICTURE, read(jpeg), 6);
	}

	@Test
	void cmykIsRead() throws Exception {
		int[] ink = { 0, 128, 255, 51 };
		assertColor(204, 102, 0, read(cmyk(ink)));
		byte[] adobe = { 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0 };
		int[] inverted = { 255, 127, 0, 204 };
		assertColor(204, 102, 0, read(TestPictures.withSegment(cmyk(inverted), 0xee, adobe)));
		adobe[11] = 2;
		int[] ycck = { 150, 44, 203, 204 };
		assertColor(204, 102, 0, read(TestPictures.withSegment(cmyk(ycck), 0xee, adobe)));
	}

	@Test
	void tooManyPixelsAreRefusedBeforeDecoding() throws Exception {
		byte[] png = TestPictures.file(PICTURE, "png");
		ByteBuffer header = ByteBuffer.allocate(13).put(png, 16, 13).putInt(0, 50_000).putInt(4, 50_000);
		byte[] bomb = png.clone();
		byte[] chunk = TestPictures.chunk("IHDR", header.array());
		System.arraycopy(chunk, 0, bomb, 8, chunk.length);
		String message = refused(bomb);
		assertTrue(message.contains("50000 x 50000"), message);
	}

	@Test
	void aJpegWithThousandsOfScansIsRefused() throws Exception {
		byte[] jpeg = TestPictures.file(TestPictures.gradient(1000, 1000), "jpeg");
		byte[] scans = new byte[2 * 3000];
		for (int i = 0; i < scans.length; i += 2) {
			scans[i] = (byte) 0xff;
			scans[i + 1] = (byte) 0xda;
		}
		assertTrue(refused(TestPictures.withSegment(jpeg, 0xe5, scans)).contains("too large"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "bmp", "gif", "tiff" })
	void truncatedFilesAreRefused(String format) {
		byte[] file = TestPictures.file(PICTURE, format);
		for (int eighths = 0; eighths < 8; eighths++) {
			refused(Arrays.copyOf(file, file.length * eighths / 8));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "jpeg", "bmp", "gif", "tiff" })
	void damagedFilesAreReadOrRefusedInOneSentence(String format) throws Exception {
		byte[] file = TestPictures.file(PICTURE, format);
		var random = new Random(1);
		for (int round = 0; round < 200; round++) {
			byte[] damaged = file.clone();
			for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
				damaged[random.nextInt(round % 2 == 0 ? damaged.length : Math.min(100, damaged.length))] = (byte) random
						.nextInt();
			}
			try {
				read(damaged);
			} catch (StarfishException e) {
				assertSentence(e.getMessage());
			}
		}
	}

	@Test
	void whatIsNoPictureIsRefused() throws Exception {
		refused(new byte[0]);
		refused("This is no picture.".getBytes());
		assertSentence(assertThrows(StarfishException.class, () -> ImageReader.read(folder)).getMessage());
		assertSentence(assertThrows(StarfishException.class, () -> ImageReader.read(folder.resolve("none.png")))
				.getMessage());
	}

	@Test
	void realPhotosAreRead() throws Exception {
		RgbImage coffee = ImageReader.read(TestData.image("photos/skimage_coffee.png"));
		assertEquals(600, coffee.width());
		assertEquals(400, coffee.height());
		assertEquals(0xf8faff, coffee.pixel(300, 200));
		RgbImage starfish = ImageReader.read(TestData.image("imagenet/n02317335_starfish.JPEG"));
		assertEquals(500, starfish.width());
	}

	private static RgbImage read(byte[] file) throws StarfishException, IOException {
		return ImageReader.read(new ByteArrayInputStream(file), "test.picture");
	}

	private static String refused(byte[] file) {
		String message = assertThrows(StarfishException.class, () -> read(file)).getMessage();
		assertSentence(message);
		return message;
	}

	private static void assertSentence(String message) {
		assertTrue(message.endsWith(".") && message.indexOf('\n') < 0, message);
	}

	private static void assertColor(int red, int green, int blue, RgbImage image) {
		int pixel = image.pixel(8, 8);
		int[] expected = { red, green, blue };
		for (int c = 0; c < 3; c++) {
			assertEquals(expected[c], pixel >> 16 - 8 * c & 0xff, 4, Integer.toHexString(pixel));
		}
	}

	private static void assertSimilar(RgbImage expected, RgbImage actual, double tolerance) {
		assertEquals(expected.width(), actual.width());
		assertEquals(expected.height(), actual.height());
		double sum = 0;
		for (int i = 0; i < expected.rgb().length; i++) {
			sum += Math.abs((expected.rgb()[i] & 0xff) - (actual.rgb()[i] & 0xff));
		}
		assertEquals(0, sum / expected.rgb().length, tolerance);
	}

	private static byte[] cmyk(int[] color) throws IOException {
		ComponentSampleModel model = new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, 16, 16, 4, 64,
				new int[] { 0, 1, 2, 3 });
		WritableRaster raster = Raster.createWritableRaster(model, new DataBufferByte(16 * 16 * 4), null);
		for (int i = 0; i < 16 * 16; i++) {
			raster.setPixel(i % 16, i / 16, color);
		}
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var bytes = new ByteArrayOutputStream();
		try (var stream = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(raster, null, null), null);
		} finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}
}
