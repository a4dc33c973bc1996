// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A damaged copy of a model, the same each time.
 *
 * @param model the undamaged one
 * @param number tells the copies of a model apart
 */
record Mutation(Path model, int number) {
	private static final long SEED = 20170601;
	private static final int HEAD = 4096;
	private static final int MOST_FLIPS = 32;
	private static final int LONGEST_RUN = 512;

	/** Copies of every model of the test data, {@code each} of every one. */
	static List<Mutation> all(Path models, int each) throws IOException {
		List<Mutation> mutations = new ArrayList<>();
		try (Stream<Path> files = Files.list(models)) {
			for (Path file : files.filter(Mutation::isModel).sorted().toList()) {
				for (int number = 0; number < each; number++) {
					mutations.add(new Mutation(file, number));
				}
			}
		}
		return mutations;
	}

	private static boolean isModel(Path file) {
		String name = file.getFileName().toString();
		return name.matches(".*\\.(onnx|h5|hdf5|keras|zip|bin)") && !name.contains("put_");
	}

	/** Writes the copy into a folder, under a name that tells what it is. */
	Path write(Path folder) throws IOException {
		var random = new SplittableRandom(SEED + 31L * model.getFileName().toString().hashCode() + number);
		byte[] bytes = Files.readAllBytes(model);
		Path file = folder.resolve(number + "-" + model.getFileName());
		return Files.write(file, damage(bytes, random));
	}

	/** Half of the damage goes to the first and last bytes, where formats keep what they are. */
	private byte[] damage(byte[] bytes, SplittableRandom random) {
		switch (number % 6) {
		case 0:
			return Arrays.copyOf(bytes, random.nextInt(bytes.length));
		case 1:
			return Arrays.copyOf(bytes, random.nextInt(Math.min(bytes.length, HEAD)));
		case 2:
			flip(bytes, 0, bytes.length, random);
			return bytes;
		case 3:
			flip(bytes, 0, Math.min(bytes.length, HEAD), random);
			return bytes;
		case 4:
			flip(bytes, Math.max(0, bytes.length - HEAD), bytes.length, random);
			return bytes;
		default:
			int from = random.nextInt(bytes.length);
			Arrays.fill(bytes, from, Math.min(bytes.length, from + random.nextInt(LONGEST_RUN)),
					(byte) random.nextInt(256));
			return bytes;
		}
	}

	private static void flip(byte[] bytes, int from, int to, SplittableRandom random) {
		int flips = 1 + random.nextInt(MOST_FLIPS);
		for (int i = 0; i < flips; i++) {
			bytes[random.nextInt(from, to)] ^= (byte) (1 << random.nextInt(8));
		}
	}

	@Override
	public String toString() {
		return number + "-" + model.getFileName();
	}
}
