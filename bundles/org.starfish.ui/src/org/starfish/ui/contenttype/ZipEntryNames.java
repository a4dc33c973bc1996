// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The names of the entries of a zip that is read from its start, since a content describer gets no file and so cannot
 * look into the directory at its end. Reads a bounded part: all known writers put the small entries that tell a model
 * first, and the platform keeps in memory what a describer reads.
 */
final class ZipEntryNames {
	private static final int MOST_BYTES = 4 << 20;
	private static final int MOST_ENTRIES = 64;

	private final InputStream contents;

	ZipEntryNames(InputStream contents) {
		this.contents = contents;
	}

	/** Whether a file that begins like this is a zip. */
	static boolean isZip(byte[] head) {
		return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
	}

	/** Whether each of these is the name of an entry. */
	boolean containAll(Set<String> names) throws IOException {
		var missing = new HashSet<>(names);
		var zip = new ZipInputStream(new Bounded(contents));
		try {
			for (int i = 0; i < MOST_ENTRIES && !missing.isEmpty(); i++) {
				ZipEntry entry = zip.getNextEntry();
				if (entry == null) {
					break;
				}
				missing.remove(entry.getName());
			}
		} catch (ZipException | EOFException | IllegalArgumentException e) {
			// Damaged, or larger than what is looked at: what was seen until then counts.
		}
		return missing.isEmpty();
	}

	/** Ends after {@link #MOST_BYTES}. */
	private static final class Bounded extends FilterInputStream {
		private int left = MOST_BYTES;

		Bounded(InputStream in) {
			super(in);
		}

		@Override
		public int read() throws IOException {
			return left-- > 0 ? super.read() : -1;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			if (left <= 0) {
				return -1;
			}
			int count = super.read(buffer, offset, Math.min(length, left));
			left -= Math.max(0, count);
			return count;
		}
	}
}
