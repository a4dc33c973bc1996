// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.dl4j;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;

/**
 * Reads the form in which ND4J writes an array ({@code Nd4j.write}): a buffer with the shape, then a buffer with the
 * numbers. Each buffer has a header of allocation mode, length and type. Nothing is allocated that the reader did not
 * ask for.
 */
final class StoredArray {
	private static final int LARGEST_RANK = 32;
	private static final int CHUNK = 1 << 16;

	private final DataInputStream in;
	private final String name;

	private record Header(long length, String type) {
	}

	/**
	 * @param in where the array begins
	 * @param name what it is, for messages
	 */
	StoredArray(InputStream in, String name) {
		this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
		this.name = name;
	}

	/**
	 * The numbers of a vector, as float.
	 *
	 * @param expected how many there must be
	 */
	float[] vector(long expected, Progress progress) throws IOException, StarfishException {
		try {
			long claimed = shapeLength();
			Header data = header();
			if (claimed != data.length() || claimed != expected) {
				throw new StarfishException(
						"%s holds %d parameters, but its configuration describes %d; the file is damaged or was edited."
								.formatted(name, data.length(), expected));
			}
			if (expected > Integer.MAX_VALUE - 8) {
				throw new StarfishException("%s has more parameters than Starfish can hold.".formatted(name));
			}
			return numbers((int) expected, data.type(), progress);
		} catch (EOFException | UTFDataFormatException e) {
			throw new StarfishException("%s ends before its parameters do; get a fresh copy of it.".formatted(name), e);
		}
	}

	private long shapeLength() throws IOException, StarfishException {
		Header header = header();
		boolean wide = switch (header.type()) {
		case "LONG" -> true;
		case "INT" -> false;
		default -> throw damaged();
		};
		long rank = integer(wide);
		if (rank < 0 || rank > LARGEST_RANK || header.length() != 2 * rank + 4) {
			throw damaged();
		}
		long length = 1;
		for (int axis = 0; axis < rank; axis++) {
			long size = integer(wide);
			if (size < 0 || size != 0 && length > Long.MAX_VALUE / size) {
				throw damaged();
			}
			length *= size;
		}
		for (long rest = rank + 1; rest < header.length(); rest++) {
			integer(wide);
		}
		return length;
	}

	private long integer(boolean wide) throws IOException {
		return wide ? in.readLong() : in.readInt();
	}

	private Header header() throws IOException, StarfishException {
		long length = switch (in.readUTF()) {
		case "DIRECT", "HEAP", "JAVACPP" -> in.readInt();
		case "LONG_SHAPE", "MIXED_DATA_TYPES" -> in.readLong();
		default -> throw damaged();
		};
		if (length < 0) {
			throw damaged();
		}
		return new Header(length, in.readUTF());
	}

	private float[] numbers(int count, String type, Progress progress) throws IOException, StarfishException {
		float[] values = new float[count];
		for (int i = 0; i < count; i++) {
			if (i % CHUNK == 0) {
				progress.report("Reading parameters", (double) i / count);
			}
			values[i] = switch (type) {
			case "FLOAT" -> in.readFloat();
			case "DOUBLE" -> (float) in.readDouble();
			case "HALF" -> Float.float16ToFloat(in.readShort());
			case "BFLOAT16" -> Float.intBitsToFloat(in.readShort() << 16);
			default -> throw new StarfishException(
					"%s stores its parameters as %s, which cannot be read; save it as float.".formatted(name,
							type.length() > 20 ? "something unknown" : type));
			};
		}
		return values;
	}

	private StarfishException damaged() {
		return new StarfishException("The parameters of %s are damaged; get a fresh copy of it.".formatted(name));
	}
}
