// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Tells two runs apart whose engines chose other kernels, which may round otherwise. */
final class KernelDigest {
	/** Enough to tell apart the few choices that there are, and short enough to read. */
	private static final int BYTES = 6;
	private final MessageDigest digest;

	KernelDigest() {
		try {
			digest = MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/**
	 * Takes in the choices of one plan.
	 *
	 * @param size of the picture, since each has a plan of its own
	 * @param kernels by layer, in a fixed order
	 */
	void add(String size, Map<String, String> kernels) {
		digest.update((size + kernels).getBytes(StandardCharsets.UTF_8));
	}

	/** Of all choices so far, hexadecimal. */
	String digest() {
		return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
	}
}
