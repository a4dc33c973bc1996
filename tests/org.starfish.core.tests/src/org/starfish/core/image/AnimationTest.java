// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

import org.junit.jupiter.api.Test;
import org.starfish.core.StarfishException;

class AnimationTest {
	private static final List<RgbImage> FRAMES = List.of(RgbImage.filled(6, 4, 0xff0000), RgbImage.filled(6, 4, 0x00ff00),
			RgbImage.filled(6, 4, 0x0000ff));

	private static byte[] bytes(String name, Animation animation) throws Exception {
		var bytes = new ByteArrayOutputStream();
		Animation.writer(Path.of(name)).write(animation, bytes);
		return bytes.toByteArray();
	}

	@Test
	void aGifHoldsAllFramesWithTheirTimesAndGoesOnForEver() throws Exception {
		byte[] gif = bytes("a.GIF", new Animation(FRAMES, 50, 2000));
		ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
		try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
			reader.setInput(input);
			assertEquals(3, reader.getNumImages(true));
			List<String> delays = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				assertEquals(FRAMES.get(i).pixel(3, 2), reader.read(i).getRGB(3, 2) & 0xffffff);
				var root = (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
				delays.add(((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
						.getAttribute("delayTime"));
			}
			assertEquals(List.of("5", "5", "200"), delays);
			var first = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
			assertEquals(1, first.getElementsByTagName("ApplicationExtension").getLength());
		} finally {
			reader.dispose();
		}
	}

	@Test
	void aPngShowsItsFirstFrameToThoseWhoKnowNoAnimations() throws Exception {
		byte[] png = bytes("a.png", new Animation(FRAMES, 50, 2000));
		assertEquals(0xff0000, ImageIO.read(new ByteArrayInputStream(png)).getRGB(3, 2) & 0xffffff);
	}

	@Test
	void aPngHoldsAllFramesInOrder() throws Exception {
		var chunks = new PngChunks(bytes("a.png", new Animation(FRAMES, 50, 2000)));
		List<String> types = new ArrayList<>();
		List<Integer> numbers = new ArrayList<>();
		List<Integer> delays = new ArrayList<>();
		while (chunks.next()) {
			assertTrue(chunks.isIntact());
			types.add(chunks.type());
			if (chunks.type().equals("fcTL") || chunks.type().equals("fdAT")) {
				numbers.add(ByteBuffer.wrap(chunks.data()).getInt());
			}
			if (chunks.type().equals("fcTL")) {
				delays.add((int) ByteBuffer.wrap(chunks.data()).getShort(20));
			}
		}
		assertEquals(List.of("IHDR", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"), types);
		assertEquals(List.of(0, 1, 2, 3, 4), numbers);
		assertEquals(List.of(50, 50, 2000), delays);
	}

	@Test
	void smallerPicturesAreBroughtToTheLargestSize() {
		Animation animation = Animation.of(List.of(RgbImage.filled(2, 2, 0x102030), FRAMES.get(0)), 50, 50);
		assertEquals(RgbImage.filled(6, 4, 0x102030), animation.frames().get(0));
	}

	@Test
	void otherFormatsAreRefused() {
		assertTrue(assertThrows(StarfishException.class, () -> Animation.writer(Path.of("a.mp4"))).getMessage()
				.contains(".gif or .png"));
		assertThrows(IllegalArgumentException.class, () -> new Animation(List.of(), 50, 50));
		assertThrows(IllegalArgumentException.class, () -> new Animation(FRAMES, 0, 50));
		assertThrows(IllegalArgumentException.class,
				() -> new Animation(List.of(FRAMES.get(0), RgbImage.filled(1, 1, 0)), 50, 50));
	}
}
