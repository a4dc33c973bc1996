// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core;

/** That something would not fit into the memory that Starfish may use. Nothing was made of it. */
public final class NoRoomException extends StarfishException {
	private static final long serialVersionUID = 1L;

	/**
	 * @param sentence how much it needs, how much there is, and what to do, for the user's eyes
	 */
	public NoRoomException(String sentence) {
		super(sentence);
	}
}
