// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.tidepool;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Draws sea life, trains the network that tells it apart, and tests it: {@code draw}, {@code train}, {@code evaluate}. */
public final class Tidepool {
	private static final String USAGE = """
			usage: tidepool draw SHEET.png|SHEET.jpg [--per-class 8] [--side 96] [--seed 0]
			       tidepool draw FOLDER [--per-class 4] [--side 192]        held-out drawings, one file each
			       tidepool train MODEL.zip [--net tidepool|judge] [--seed 1] [--drawings 8000] [--shown 128000]
			       tidepool evaluate MODEL.zip [--count 2000]""";

	private Tidepool() {
	}

	/** Exit status 0: done, 1: failed, 2: wrong usage. */
	public static void main(String[] arguments) {
		System.exit(run(arguments));
	}

	private static int run(String[] arguments) {
		// The build fetches one kind of natives: the oneDNN ones for AVX2 where there are such, else the plain ones.
		var x86 = System.getProperty("os.arch").matches("amd64|x86_64");
		if (x86 && System.getProperty("org.bytedeco.javacpp.platform.extension") == null) {
			System.setProperty("org.bytedeco.javacpp.platform.extension", "-onednn-avx2");
		}
		if (arguments.length < 2 || arguments.length % 2 != 0) {
			System.err.println(USAGE);
			return 2;
		}
		try {
			var file = new File(arguments[1]);
			switch (arguments[0]) {
				case "draw" -> {
					if (file.getName().matches(".*\\.(png|jpg)")) {
						sheet(file, (int) number(arguments, "--per-class", 8), (int) number(arguments, "--side", 96),
								number(arguments, "--seed", 0));
					} else {
						images(file, (int) number(arguments, "--per-class", 4), (int) number(arguments, "--side", 192));
					}
				}
				case "train" -> new Training(Architecture.valueOf(option(arguments, "--net", "tidepool").toUpperCase(Locale.ROOT)),
						number(arguments, "--seed", 1), (int) number(arguments, "--drawings", 8000),
						(int) number(arguments, "--shown", 128000)).run(file);
				case "evaluate" -> Evaluation.run(file, (int) number(arguments, "--count", 2000));
				default -> throw new IllegalArgumentException("There is no command '" + arguments[0] + "'.");
			}
			return 0;
		} catch (IllegalArgumentException e) {
			System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
			return 2;
		} catch (IOException e) {
			System.err.println(e.getMessage());
			return 1;
		}
	}

	private static String option(String[] arguments, String name, String otherwise) {
		for (var i = 2; i + 1 < arguments.length; i += 2) {
			if (arguments[i].equals(name)) {
				return arguments[i + 1];
			}
		}
		return otherwise;
	}

	private static long number(String[] arguments, String name, long otherwise) {
		return Long.parseLong(option(arguments, name, Long.toString(otherwise)));
	}

	/** One row a class. */
	private static void sheet(File file, int perClass, int side, long seed) throws IOException {
		var classes = Species.values().length;
		var sheet = new BufferedImage(perClass * (side + 2) - 2, classes * (side + 2) - 2, BufferedImage.TYPE_INT_RGB);
		var graphics = sheet.createGraphics();
		for (var i = 0; i < classes * perClass; i++) {
			graphics.drawImage(Drawings.drawing(seed, i).paint(side), i / classes * (side + 2), i % classes * (side + 2), null);
		}
		graphics.dispose();
		if (file.getName().endsWith(".jpg")) {
			jpeg(sheet, file);
		} else {
			ImageIO.write(sheet, "png", file);
		}
	}

	private static void images(File folder, int perClass, int side) throws IOException {
		if (!folder.isDirectory() && !folder.mkdirs()) {
			throw new IOException("The folder " + folder + " cannot be made.");
		}
		var classes = Species.values().length;
		for (var i = 0; i < classes * perClass; i++) {
			var drawing = Drawings.drawing(Drawings.HELD_OUT, i);
			jpeg(drawing.paint(side),
					new File(folder, drawing.species().label.replace(' ', '-') + "-" + (i / classes + 1) + ".jpg"));
		}
	}

	private static void jpeg(BufferedImage image, File file) throws IOException {
		var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var settings = writer.getDefaultWriteParam();
		settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		settings.setCompressionQuality(0.92f);
		Files.deleteIfExists(file.toPath());
		try (var output = ImageIO.createImageOutputStream(file)) {
			writer.setOutput(output);
			writer.write(null, new IIOImage(image, null, null), settings);
		} finally {
			writer.dispose();
		}
	}
}
