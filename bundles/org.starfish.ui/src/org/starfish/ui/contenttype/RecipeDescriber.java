// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.contenttype;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.eclipse.core.runtime.QualifiedName;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.content.IContentDescription;
import org.starfish.core.synthesis.recipe.RecipeJson;

/** Recognizes the PNG files that carry a recipe. All others are none of our business. */
public final class RecipeDescriber implements IContentDescriber {
	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
	private static final byte[] KEY = (RecipeJson.KEYWORD + '\0').getBytes(StandardCharsets.ISO_8859_1);
	/** Bytes of a chunk's type, and of its checksum. */
	private static final int FOUR = 4;
	/** Texts come before the pixels, behind few other chunks. */
	private static final int MOST_CHUNKS = 64;

	@Override
	public int describe(InputStream contents, IContentDescription description) throws IOException {
		var data = new DataInputStream(contents);
		try {
			if (!Arrays.equals(data.readNBytes(SIGNATURE.length), SIGNATURE)) {
				return INVALID;
			}
			for (int i = 0; i < MOST_CHUNKS; i++) {
				long length = data.readInt() & 0xffffffffL;
				String type = new String(data.readNBytes(FOUR), StandardCharsets.ISO_8859_1);
				if (type.equals("IDAT") || type.equals("IEND")) {
					return INVALID;
				}
				int read = 0;
				if (type.equals("iTXt") && length > KEY.length) {
					byte[] key = data.readNBytes(KEY.length);
					if (Arrays.equals(key, KEY)) {
						return VALID;
					}
					read = key.length;
				}
				data.skipNBytes(length - read + FOUR);
			}
		} catch (EOFException e) {
			// It ends before there was a recipe.
		}
		return INVALID;
	}

	@Override
	public QualifiedName[] getSupportedOptions() {
		return new QualifiedName[0];
	}
}
