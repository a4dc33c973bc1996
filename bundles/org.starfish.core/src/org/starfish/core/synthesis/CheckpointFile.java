// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeJson;

/**
 * An unfinished synthesis on disk, so that a run that was killed goes on where it was. Either whole or not there; replaced in one
 * step. The file may be damaged or hostile: its checksum is checked, and no length in it is taken on trust.
 *
 * @param picture where the picture will lie; the recipe's paths are relative to its folder
 * @param checkpoint how far it is
 */
public record CheckpointFile(Path picture, Checkpoint checkpoint) {
	private static final byte[] MAGIC = "starfish checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);
	private static final int CHECKSUM = Long.BYTES;
	/** What the largest picture takes with Adam, and a little more. */
	private static final long MAX_BYTES = 1L << 30;

	/**
	 * Writes the file, or puts it in the place of an earlier one.
	 *
	 * @throws StarfishException if it cannot be written; an earlier one is still there then
	 */
	public void write(Path file) throws StarfishException {
		byte[] content = content();
		var crc = new CRC32();
		crc.update(content);
		ResultFile.at(file, true).write(stream -> {
			stream.write(content);
			stream.write(ByteBuffer.allocate(CHECKSUM).putLong(crc.getValue()).array());
		});
	}

	private byte[] content() {
		var bytes = new ByteArrayOutputStream();
		try (var out = new DataOutputStream(bytes)) {
			out.write(MAGIC);
			write(out, picture.toAbsolutePath().toString());
			write(out, RecipeJson.write(checkpoint.recipe()));
			out.writeInt(checkpoint.step());
			out.writeBoolean(checkpoint.state().isPresent());
			if (checkpoint.state().isPresent()) {
				write(out, checkpoint.state().get());
			}
		} catch (IOException e) {
			throw new UncheckedIOException("in memory", e);
		}
		return bytes.toByteArray();
	}

	private static void write(DataOutputStream out, AscentState state) throws IOException {
		OctaveState octave = state.octave();
		write(out, state.kernels());
		out.writeDouble(octave.score());
		out.writeInt(octave.rank());
		out.writeDouble(octave.gradientNorm());
		out.writeInt(octave.stuck());
		out.writeInt(octave.diagnosis().map(Diagnosis::ordinal).orElse(-1));
		write(out, octave.numbers());
		out.writeInt(octave.memory().steps());
		write(out, octave.memory().mean());
		write(out, octave.memory().square());
	}

	private static void write(DataOutputStream out, String text) throws IOException {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		out.writeInt(bytes.length);
		out.write(bytes);
	}

	private static void write(DataOutputStream out, float[] values) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
		bytes.asFloatBuffer().put(values);
		out.writeInt(values.length);
		out.write(bytes.array());
	}

	/**
	 * Reads a file.
	 *
	 * @throws StarfishException if there is none, or it is damaged
	 */
	public static CheckpointFile read(Path file) throws StarfishException {
		byte[] bytes = bytes(file);
		int end = bytes.length - CHECKSUM;
		try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, Math.max(0, end)))) {
			if (end < MAGIC.length || !new String(in.readNBytes(MAGIC.length), StandardCharsets.US_ASCII)
					.equals(new String(MAGIC, StandardCharsets.US_ASCII)) || !isIntact(bytes, end)) {
				throw damaged(file, null);
			}
			Path picture = Path.of(text(in));
			Recipe recipe = RecipeJson.read(text(in), file.toString());
			int step = in.readInt();
			Optional<AscentState> state = in.readBoolean() ? Optional.of(state(in)) : Optional.empty();
			if (step < 0 || step > 0 && state.isEmpty() || in.available() > 0) {
				throw damaged(file, null);
			}
			return new CheckpointFile(picture, new Checkpoint(recipe, step, state));
		} catch (IOException | InvalidPathException | IndexOutOfBoundsException e) {
			throw damaged(file, e);
		}
	}

	private static byte[] bytes(Path file) throws StarfishException {
		try {
			if (!Files.isRegularFile(file)) {
				throw new StarfishException("There is no checkpoint %s.".formatted(file));
			}
			if (Files.size(file) > MAX_BYTES) {
				throw damaged(file, null);
			}
			return Files.readAllBytes(file);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}

	private static boolean isIntact(byte[] bytes, int end) {
		var crc = new CRC32();
		crc.update(bytes, 0, end);
		return ByteBuffer.wrap(bytes, end, CHECKSUM).getLong() == crc.getValue();
	}

	private static AscentState state(DataInputStream in) throws IOException {
		String kernels = text(in);
		double score = in.readDouble();
		int rank = in.readInt();
		double gradientNorm = in.readDouble();
		int stuck = in.readInt();
		int diagnosis = in.readInt();
		float[] numbers = floats(in);
		var memory = new StepRule.Memory(in.readInt(), floats(in), floats(in));
		return new AscentState(new OctaveState(numbers, memory, score, rank, gradientNorm, stuck,
				diagnosis < 0 ? Optional.empty() : Optional.of(Diagnosis.values()[diagnosis])), kernels);
	}

	private static String text(DataInputStream in) throws IOException {
		return new String(in.readNBytes(length(in, 1)), StandardCharsets.UTF_8);
	}

	private static float[] floats(DataInputStream in) throws IOException {
		float[] values = new float[length(in, Float.BYTES)];
		ByteBuffer.wrap(in.readNBytes(Float.BYTES * values.length)).asFloatBuffer().get(values);
		return values;
	}

	/** A length, of which so many elements of some bytes are there indeed. */
	private static int length(DataInputStream in, int bytes) throws IOException {
		int length = in.readInt();
		if (length < 0 || length > in.available() / bytes) {
			throw new IOException("a length of " + length);
		}
		return length;
	}

	private static StarfishException damaged(Path file, Exception cause) {
		return new StarfishException("%s is no checkpoint that can be gone on from: it is damaged, or of another version of Starfish."
				.formatted(file), cause);
	}
}
