// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.importing.keras;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

import io.jhdf.exceptions.HdfException;

/**
 * The bytes of an HDF5 file as jHDF wants them, on disk or in memory. Damaged files can refer to themselves; so that
 * reading them ends, no more is read than a sound file of that size can need.
 */
final class HdfBytes extends FileChannel {
	private static final byte[] SIGNATURE = HexFormat.of().parseHex("894844460d0a1a0a");
	/** A sound model takes some thirty reads a layer. */
	private static final long MOST_READS = 400_000;
	private static final long SPARE_BYTES = 64L << 20;

	private final FileChannel file;
	private final ByteBuffer memory;
	private final long size;
	private final AtomicLong reads = new AtomicLong(MOST_READS);
	private final AtomicLong bytes;
	private long position;

	private HdfBytes(FileChannel file, ByteBuffer memory, long size) {
		this.file = file;
		this.memory = memory;
		this.size = size;
		this.bytes = new AtomicLong(2 * size + SPARE_BYTES);
	}

	/** A file on disk, open until this is closed. */
	static HdfBytes open(Path path) throws IOException {
		FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
		return new HdfBytes(channel, null, channel.size());
	}

	/** A file in memory. */
	static HdfBytes of(byte[] content) {
		return new HdfBytes(null, ByteBuffer.wrap(content).asReadOnlyBuffer(), content.length);
	}

	/** Whether a file has the HDF5 signature at its start or, behind a user block, at 512, 1024, 2048, ... */
	static boolean signed(Path path, byte[] head) throws IOException {
		if (signed(head, 0)) {
			return true;
		}
		for (int offset = 512; offset + SIGNATURE.length <= head.length; offset *= 2) {
			if (signed(head, offset)) {
				return true;
			}
		}
		try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
			ByteBuffer buffer = ByteBuffer.allocate(SIGNATURE.length);
			for (long offset = 4096; offset + SIGNATURE.length <= channel.size(); offset *= 2) {
				buffer.clear();
				if (channel.read(buffer, offset) == SIGNATURE.length && Arrays.equals(buffer.array(), SIGNATURE)) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean signed(byte[] head, int offset) {
		return head.length >= offset + SIGNATURE.length
				&& Arrays.equals(head, offset, offset + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
	}

	@Override
	public int read(ByteBuffer target, long from) throws IOException {
		int wanted = target.remaining();
		if (from < 0 || from > size - wanted) {
			throw new IOException("beyond the end of the file");
		}
		if (reads.decrementAndGet() < 0 || bytes.addAndGet(-wanted) < 0) {
			throw new IOException("the file refers to itself");
		}
		if (memory != null) {
			target.put(memory.slice((int) from, wanted));
			return wanted;
		}
		int done = 0;
		while (done < wanted) {
			int read = file.read(target, from + done);
			if (read <= 0) {
				throw new IOException("the file became shorter");
			}
			done += read;
		}
		return done;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		int read = read(target, position);
		position += read;
		return read;
	}

	@Override
	public MappedByteBuffer map(MapMode mode, long from, long length) throws IOException {
		if (from < 0 || length < 0 || length > Integer.MAX_VALUE || from > size - length) {
			throw new HdfException("beyond the end of the file");
		}
		// A true mapping would keep the file open until the garbage collector finds it, and refusing to map makes jHDF
		// allocate whatever length the file claims. In every Java a direct buffer is a mapped one by type.
		var copy = (MappedByteBuffer) ByteBuffer.allocateDirect((int) length);
		read(copy, from);
		return copy.rewind();
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public FileChannel position(long newPosition) {
		position = newPosition;
		return this;
	}

	@Override
	public long read(ByteBuffer[] targets, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int write(ByteBuffer source) {
		throw new NonWritableChannelException();
	}

	@Override
	public int write(ByteBuffer source, long to) {
		throw new NonWritableChannelException();
	}

	@Override
	public long write(ByteBuffer[] sources, int offset, int length) {
		throw new NonWritableChannelException();
	}

	@Override
	public FileChannel truncate(long newSize) {
		throw new NonWritableChannelException();
	}

	@Override
	public void force(boolean metaData) {
		throw new NonWritableChannelException();
	}

	@Override
	public long transferTo(long from, long count, WritableByteChannel target) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long transferFrom(ReadableByteChannel source, long to, long count) {
		throw new NonWritableChannelException();
	}

	@Override
	public FileLock lock(long from, long length, boolean shared) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileLock tryLock(long from, long length, boolean shared) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void implCloseChannel() throws IOException {
		if (file != null) {
			file.close();
		}
	}
}
