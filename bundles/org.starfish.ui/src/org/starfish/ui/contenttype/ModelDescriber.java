// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.IOException;
import java.io.InputStream;

import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;

/**
 * Says whether a file holds a model of one format. The platform has chosen the describer by the file's extension; one
 * that is damaged beyond recognition, but is surely of no other format, stays with it, so that it can be opened and is
 * told to be damaged.
 */
abstract class ModelDescriber implements IContentDescriber {
	private static final int HEAD = 4096;

	@Override
	public final int describe(InputStream contents, IContentDescription description) throws IOException {
		byte[] head = contents.readNBytes(HEAD);
		contents.reset();
		return describe(head, contents);
	}

	@Override
	public final QualifiedName[] getSupportedOptions() {
		return new QualifiedName[0];
	}

	/**
	 * @param head the first bytes of the file, at most 4096
	 * @param contents the whole file, from its start
	 * @return {@link #VALID}, {@link #INDETERMINATE} or {@link #INVALID}
	 */
	abstract int describe(byte[] head, InputStream contents) throws IOException;
}
