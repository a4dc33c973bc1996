// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.npy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.starfish.core.StarfishException;

/**
 * Reads tensors from NumPy files (format 1.0 to 3.0): floats of 16, 32 and 64 bits, whole numbers of 8 to 64 bits and
 * truth values, in either byte order and in C or Fortran order; all become float32 in C order. Pickled objects are
 * refused.
 */
public final class NpyReader {
	/** More numbers than this are refused: a gigabyte. */
	private static final long MAX_VALUES = 1L << 28;
	private static final int MAX_HEADER = 1 << 16;
	private static final int MAX_AXES = 8;
	private static final int VALUES_AT_ONCE = 1 << 16;
	private static final Pattern TYPE = Pattern
			.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)([a-zA-Z?])(\\d{0,2})['\"]");
	private static final Pattern FORTRAN = Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
	private static final Pattern SHAPE = Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\d,\\s]*)\\)");

	private final InputStream stream;
	private final Path file;

	private NpyReader(InputStream stream, Path file) {
		this.stream = stream;
		this.file = file;
	}

	/**
	 * Reads a file.
	 *
	 * @throws StarfishException if it is missing, damaged, too large, or holds something else than numbers
	 */
	public static NpyTensor read(Path file) throws StarfishException {
		try {
			if (Files.exists(file) && !Files.isRegularFile(file)) {
				throw new StarfishException("%s is not an ordinary file.".formatted(file));
			}
			try (InputStream stream = Files.newInputStream(file)) {
				return new NpyReader(stream, file).read(Files.size(file));
			}
		} catch (EOFException e) {
			throw new StarfishException("%s is incomplete: it ends in its header.".formatted(file), e);
		} catch (NoSuchFileException e) {
			throw new StarfishException("There is no file %s.".formatted(file), e);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		} catch (OutOfMemoryError e) {
			throw new StarfishException("%s needs more memory than there is.".formatted(file), e);
		}
	}

	private NpyTensor read(long size) throws IOException, StarfishException {
		if (!Arrays.equals(stream.readNBytes(NpyWriter.MAGIC.length), NpyWriter.MAGIC)) {
			throw new StarfishException("%s is not a NumPy file (.npy).".formatted(file));
		}
		byte[] version = exactly(2);
		int lengthBytes = version[0] == 1 ? 2 : 4;
		long length = 0;
		byte[] digits = exactly(lengthBytes);
		for (int i = lengthBytes - 1; i >= 0; i--) {
			length = length << 8 | digits[i] & 0xff;
		}
		if (version[0] < 1 || version[0] > 3 || length > MAX_HEADER) {
			throw damaged();
		}
		String header = new String(exactly((int) length), StandardCharsets.ISO_8859_1);
		ElementType type = type(header);
		int[] shape = shape(header);
		long count = 1;
		for (int axis : shape) {
			count *= axis;
			if (count > MAX_VALUES) {
				throw new StarfishException(
						"%s holds more than %d numbers; use a smaller tensor.".formatted(file, MAX_VALUES));
			}
		}
		long start = NpyWriter.MAGIC.length + 2 + lengthBytes + length;
		if (size - start < count * type.bytes) {
			throw new StarfishException("%s is incomplete: it has %d bytes of the %d its header promises."
					.formatted(file, size - start, count * type.bytes));
		}
		float[] values = values((int) count, type);
		Matcher fortran = FORTRAN.matcher(header);
		if (!fortran.find()) {
			throw damaged();
		}
		return new NpyTensor(shape, fortran.group(1).equals("True") ? toC(values, shape) : values);
	}

	private float[] values(int count, ElementType type) throws IOException {
		float[] values = new float[count];
		for (int from = 0; from < count; from += VALUES_AT_ONCE) {
			int some = Math.min(VALUES_AT_ONCE, count - from);
			ByteBuffer bytes = ByteBuffer.wrap(exactly(some * type.bytes)).order(type.order);
			for (int i = 0; i < some; i++) {
				values[from + i] = type.next(bytes);
			}
		}
		return values;
	}

	/** First axis fastest to last axis fastest. */
	private static float[] toC(float[] values, int[] shape) {
		float[] result = new float[values.length];
		int[] position = new int[shape.length];
		for (float value : values) {
			int at = 0;
			for (int axis = 0; axis < shape.length; axis++) {
				at = at * shape[axis] + position[axis];
			}
			result[at] = value;
			for (int axis = 0; axis < shape.length && ++position[axis] == shape[axis]; axis++) {
				position[axis] = 0;
			}
		}
		return result;
	}

	private ElementType type(String header) throws StarfishException {
		Matcher matcher = TYPE.matcher(header);
		if (!matcher.find()) {
			throw new StarfishException("%s does not hold plain numbers; save it as float32.".formatted(file));
		}
		char kind = matcher.group(2).charAt(0);
		int bytes = matcher.group(3).isEmpty() ? 1 : Integer.parseInt(matcher.group(3));
		ByteOrder order = matcher.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
		boolean known = switch (kind) {
		case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
		case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
		case 'b', '?' -> bytes == 1;
		default -> false;
		};
		if (!known) {
			throw new StarfishException("%s holds values of the type %s%s, which is not read; save it as float32."
					.formatted(file, kind, matcher.group(3)));
		}
		return new ElementType(kind, bytes, order);
	}

	private int[] shape(String header) throws StarfishException {
		Matcher matcher = SHAPE.matcher(header);
		if (!matcher.find()) {
			throw damaged();
		}
		String[] parts = matcher.group(1).isBlank() ? new String[0] : matcher.group(1).split(",");
		int axes = parts.length > 0 && parts[parts.length - 1].isBlank() ? parts.length - 1 : parts.length;
		if (axes > MAX_AXES) {
			throw new StarfishException("%s has %d axes; at most %d are read.".formatted(file, axes, MAX_AXES));
		}
		int[] shape = new int[axes];
		for (int i = 0; i < axes; i++) {
			String part = parts[i].strip();
			if (!part.matches("\\d{1,9}") || Integer.parseInt(part) == 0) {
				throw new StarfishException("%s has the shape (%s), which holds no numbers that can be used."
						.formatted(file, matcher.group(1)));
			}
			shape[i] = Integer.parseInt(part);
		}
		return shape;
	}

	private byte[] exactly(int length) throws IOException {
		byte[] bytes = stream.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException();
		}
		return bytes;
	}

	private StarfishException damaged() {
		return new StarfishException("%s is damaged: its header is no NumPy header.".formatted(file));
	}

	/** How one number is stored. */
	private record ElementType(char kind, int bytes, ByteOrder order) {
		float next(ByteBuffer buffer) {
			if (kind == 'f') {
				return switch (bytes) {
				case 2 -> Float.float16ToFloat(buffer.getShort());
				case 4 -> buffer.getFloat();
				default -> (float) buffer.getDouble();
				};
			}
			long value = switch (bytes) {
			case 1 -> kind == 'u' ? buffer.get() & 0xff : buffer.get();
			case 2 -> kind == 'u' ? buffer.getShort() & 0xffff : buffer.getShort();
			case 4 -> kind == 'u' ? buffer.getInt() & 0xffffffffL : buffer.getInt();
			default -> buffer.getLong();
			};
			return kind == 'u' && value < 0 ? (float) ((value >>> 1) * 2.0) : value;
		}
	}
}
