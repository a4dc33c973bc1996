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
	private String state;

	KernelDigest() {
		this("");
	}

	/**
	 * @param state of another digest, which this one goes on from
	 */
	KernelDigest(String state) {
		this.state = state;
	}

	/**
	 * Takes in the choices of one plan.
	 *
	 * @param size of the picture, since each has a plan of its own
	 * @param kernels by layer, in a fixed order
	 */
	void add(String size, Map<String, String> kernels) {
		try {
			byte[] text = (state + size + kernels).getBytes(StandardCharsets.UTF_8);
			state = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/** All that the choices so far add to the next ones. */
	String state() {
		return state;
	}

	/** Of all choices so far, hexadecimal. */
	String digest() {
		return state.substring(0, Math.min(2 * BYTES, state.length()));
	}
}
