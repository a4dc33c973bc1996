// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

/**
 * Trouble that is to be expected and that a user can do something about: a damaged file, an unknown layer, too little
 * memory. Its message is one sentence that says what is wrong and what to do, naming the file and the layer.
 */
public class StarfishException extends Exception {
	private static final long serialVersionUID = 1L;

	/**
	 * @param sentence what is wrong and what to do, for the user's eyes
	 */
	public StarfishException(String sentence) {
		super(printable(sentence));
	}

	/**
	 * @param sentence what is wrong and what to do, for the user's eyes
	 * @param cause what led to it, for the log
	 */
	public StarfishException(String sentence, Throwable cause) {
		super(printable(sentence), cause);
	}

	/** The names that a sentence quotes may come from a damaged file and hold anything, line ends among them. */
	private static String printable(String sentence) {
		return sentence.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?");
	}
}
