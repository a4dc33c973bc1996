// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.starfish.core.StarfishException;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;

/** Checks, before an array is decoded, that it cannot take far more memory than its file makes believable. */
final class HdfChunks {
	private static final int DEFLATE = 1;
	private static final int SHUFFLE = 2;
	private static final int CHECKSUM = 3;
	private static final long HARMLESS = 64L << 20;
	/** Trained numbers hardly pack at all. */
	private static final long LARGEST_RATIO = 100;

	private HdfChunks() {
	}

	/**
	 * @param fileSize the size of the file that holds the array
	 * @param file for messages
	 * @throws HdfException if it would not end well
	 * @throws StarfishException if it is compressed in an uncommon way
	 */
	static void check(Dataset array, long fileSize, Path file) throws StarfishException {
		long size = 1;
		for (int dim : array.getDimensions()) {
			size = Math.multiplyExact(size, (long) dim);
		}
		if (size < 1 || size > Integer.MAX_VALUE) {
			throw new HdfException("no array that memory holds");
		}
		if (!(array instanceof ChunkedDataset chunked)) {
			return;
		}
		if (Math.multiplyExact(size, 8L) > HARMLESS && size > LARGEST_RATIO * fileSize) {
			throw new HdfException("more numbers than the file can hold");
		}
		long chunk = 1;
		for (int dim : chunked.getChunkDimensions()) {
			chunk = Math.multiplyExact(chunk, (long) dim);
		}
		if (chunk < 1 || chunk > Math.max(HARMLESS, LARGEST_RATIO * size)) {
			throw new HdfException("chunks far larger than the array");
		}
		if (!chunked.getFilters().isEmpty()) {
			checkFilters(chunked, file);
		}
	}

	private static void checkFilters(ChunkedDataset array, Path file) throws StarfishException {
		boolean deflated = false;
		for (var filter : array.getFilters()) {
			int id = filter.getId();
			if (id != DEFLATE && id != SHUFFLE && id != CHECKSUM) {
				throw new StarfishException(
						"%s holds weights compressed by '%s', which is not supported; save the model again without it."
								.formatted(file.getFileName(), filter.getName()));
			}
			deflated |= id == DEFLATE;
		}
		if (!deflated) {
			return;
		}
		int[] dims = array.getDimensions();
		int[] chunk = array.getChunkDimensions();
		long bytes = array.getDataType().getSize();
		for (int axis = 0; axis < dims.length; axis++) {
			bytes = Math.multiplyExact(bytes, (long) chunk[axis]);
		}
		int[] offset = new int[dims.length];
		int axis;
		do {
			// A checksum adds four bytes.
			inflate(array.getRawChunkBuffer(offset), bytes + 4);
			axis = dims.length - 1;
			while (axis >= 0 && (offset[axis] += chunk[axis]) >= dims[axis]) {
				offset[axis--] = 0;
			}
		} while (axis >= 0);
	}

	/** Unpacks to nowhere and fails where more comes out than expected. */
	private static void inflate(ByteBuffer packed, long most) {
		var inflater = new Inflater();
		try {
			inflater.setInput(packed);
			byte[] sink = new byte[8192];
			while (!inflater.finished()) {
				int count = inflater.inflate(sink);
				if (count == 0 || inflater.getBytesWritten() > most) {
					throw new HdfException("a chunk does not unpack to its size");
				}
			}
		} catch (DataFormatException e) {
			throw new HdfException("a chunk does not unpack", e);
		} finally {
			inflater.end();
		}
	}
}
