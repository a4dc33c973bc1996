// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.starfish.core.StarfishException;

import onnx.Onnx.TensorProto;

/** The bytes of a tensor that lie in a file beside the model. */
record ExternalData(Path file, long offset, int length) {
	/**
	 * Finds the bytes without reading them.
	 *
	 * @param model the model's file; only files in its folder or below are read, whatever the model says
	 * @param length how many bytes the tensor needs
	 * @throws StarfishException if the file is outside that folder, missing or too short
	 */
	static ExternalData locate(Path model, TensorProto tensor, int length) throws StarfishException, IOException {
		Map<String, String> entries = new HashMap<>();
		tensor.getExternalDataList().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
		String location = entries.getOrDefault("location", "");
		String subject = "The tensor '%s' of %s".formatted(Printable.of(tensor.getName()), model.getFileName());
		Path data = inside(model, location, subject);
		long offset = number(entries.getOrDefault("offset", "0"), subject);
		long given = number(entries.getOrDefault("length", Long.toString(length)), subject);
		if (given != length || offset > Files.size(data) - length) {
			throw new StarfishException("%s does not fit its data in %s; get fresh copies of both files."
					.formatted(subject, Printable.of(location)));
		}
		return new ExternalData(data, offset, length);
	}

	/** Reads the bytes. */
	ByteBuffer read() {
		try (FileChannel channel = FileChannel.open(file)) {
			ByteBuffer bytes = ByteBuffer.allocate(length);
			while (bytes.hasRemaining()) {
				if (channel.read(bytes, offset + bytes.position()) < 0) {
					throw new EOFException(file + " became shorter");
				}
			}
			return bytes.flip();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path inside(Path model, String location, String subject) throws StarfishException, IOException {
		Path folder = model.toAbsolutePath().normalize().getParent();
		Path data;
		try {
			data = folder.resolve(location).normalize();
		} catch (InvalidPathException e) {
			throw new StarfishException(
					"%s lies in a file with an impossible name; export the model again.".formatted(subject), e);
		}
		if (data.equals(folder) || !data.startsWith(folder)) {
			throw outside(subject, location);
		}
		if (!Files.isRegularFile(data)) {
			throw new StarfishException("%s lies in the file %s, which is not there; put it beside the model."
					.formatted(subject, Printable.of(location)));
		}
		if (!data.toRealPath().startsWith(folder.toRealPath())) {
			throw outside(subject, location);
		}
		return data;
	}

	private static StarfishException outside(String subject, String location) {
		return new StarfishException("%s lies in '%s', outside the model's folder, and is not read for safety; %s."
				.formatted(subject, location, "put that file beside the model and export it with a relative location"));
	}

	private static long number(String text, String subject) throws StarfishException {
		try {
			long value = Long.parseLong(text.strip());
			if (value >= 0) {
				return value;
			}
		} catch (NumberFormatException e) {
			// Falls through to the same complaint as a negative number.
		}
		throw new StarfishException("%s has the impossible data position '%s'; export the model again."
				.formatted(subject, Printable.of(text)));
	}
}
