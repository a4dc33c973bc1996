// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.starfish.core.StarfishException;

/**
 * A model as a user names it: a file, or the word {@code tidepool} for the small network that comes with Starfish.
 *
 * @param name as the user wrote it
 * @param path the file it means
 */
public record ModelFile(String name, Path path) {
	/** The word that means the network that comes with Starfish. */
	public static final String TIDEPOOL = "tidepool";

	/** The system property that names the folder with the examples; whoever starts Starfish sets it. */
	public static final String EXAMPLES = "starfish.examples";

	/**
	 * Finds out which file is meant.
	 *
	 * @param name a path, or {@code tidepool}
	 * @throws StarfishException if the name is no path, or the examples are not installed
	 */
	public static ModelFile of(String name) throws StarfishException {
		if (name.equals(TIDEPOOL)) {
			String examples = System.getProperty(EXAMPLES);
			if (examples == null) {
				throw new StarfishException("The example network is not installed here; name a model file instead.");
			}
			return new ModelFile(name, Path.of(examples).resolve("tidepool").resolve("tidepool.zip"));
		}
		try {
			return new ModelFile(name, Path.of(name));
		} catch (InvalidPathException e) {
			throw new StarfishException("'%s' is no file name.".formatted(name), e);
		}
	}

	/** Whether it is the network that comes with Starfish. */
	public boolean isTidepool() {
		return name.equals(TIDEPOOL);
	}

	/**
	 * The SHA-256 of the file, in hexadecimal digits: what tells that a model is still the same.
	 *
	 * @throws StarfishException if the file cannot be read
	 */
	public String sha256() throws StarfishException {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
				in.transferTo(OutputStream.nullOutputStream());
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read: %s.".formatted(path.getFileName(), e.getMessage()), e);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}
}
