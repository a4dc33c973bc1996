// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Prints facts for programs. */
final class Json {
	private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

	private Json() {
	}

	/** Maps, lists and primitives as JSON text. */
	static String text(Object facts) {
		return GSON.toJson(facts);
	}
}
