// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes animations as GIF, through Java's own writer, which chooses the colours of each frame. */
final class GifWriter {
	private static final String METADATA = "javax_imageio_gif_image_1.0";
	/** GIF counts time in hundredths of a second. */
	private static final int UNIT = 10;

	private GifWriter() {
	}

	static void write(Animation animation, OutputStream stream) throws IOException {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
		try (var output = new MemoryCacheImageOutputStream(stream)) {
			writer.setOutput(output);
			writer.prepareWriteSequence(null);
			for (int i = 0; i < animation.frames().size(); i++) {
				BufferedImage frame = PngWriter.buffered(animation.frames().get(i));
				IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
				describe(metadata, animation.delay(i) / UNIT, i == 0);
				writer.writeToSequence(new IIOImage(frame, null, metadata), null);
			}
			writer.endWriteSequence();
		} finally {
			writer.dispose();
		}
	}

	private static void describe(IIOMetadata metadata, int delay, boolean first) throws IOException {
		var root = (IIOMetadataNode) metadata.getAsTree(METADATA);
		IIOMetadataNode control = child(root, "GraphicControlExtension");
		control.setAttribute("disposalMethod", "none");
		control.setAttribute("userInputFlag", "FALSE");
		control.setAttribute("transparentColorFlag", "FALSE");
		control.setAttribute("transparentColorIndex", "0");
		control.setAttribute("delayTime", Integer.toString(delay));
		if (first) {
			var loop = new IIOMetadataNode("ApplicationExtension");
			loop.setAttribute("applicationID", "NETSCAPE");
			loop.setAttribute("authenticationCode", "2.0");
			// Sub-block 1: for ever.
			loop.setUserObject(new byte[] { 1, 0, 0 });
			child(root, "ApplicationExtensions").appendChild(loop);
		}
		metadata.setFromTree(METADATA, root);
	}

	private static IIOMetadataNode child(IIOMetadataNode root, String name) {
		var found = root.getElementsByTagName(name);
		if (found.getLength() > 0) {
			return (IIOMetadataNode) found.item(0);
		}
		var node = new IIOMetadataNode(name);
		root.appendChild(node);
		return node;
	}
}
