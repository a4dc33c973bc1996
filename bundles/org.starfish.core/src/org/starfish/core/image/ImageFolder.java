// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.starfish.core.StarfishException;

/** Finds pictures in folders. */
public final class ImageFolder {
	private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff");

	private ImageFolder() {
	}

	/**
	 * The files among some paths, and in place of each folder the pictures directly in it, by name, without hidden files.
	 *
	 * @throws StarfishException if a folder cannot be read or holds no pictures
	 */
	public static List<Path> expand(List<Path> paths) throws StarfishException {
		List<Path> images = new ArrayList<>();
		for (Path path : paths) {
			if (!Files.isDirectory(path)) {
				images.add(path);
				continue;
			}
			try (Stream<Path> files = Files.list(path)) {
				List<Path> found = files.filter(ImageFolder::isImage).sorted().toList();
				if (found.isEmpty()) {
					throw new StarfishException("There are no pictures in the folder %s.".formatted(path));
				}
				images.addAll(found);
			} catch (IOException e) {
				throw new StarfishException("The folder %s cannot be read; check its permissions.".formatted(path), e);
			}
		}
		return images;
	}

	/**
	 * The pictures in the folder of one, by name, without hidden files; that one is among them.
	 *
	 * @throws StarfishException if the folder cannot be read
	 */
	public static List<Path> around(Path image) throws StarfishException {
		Path folder = image.toAbsolutePath().getParent();
		try (Stream<Path> files = Files.list(folder)) {
			return Stream.concat(files.filter(ImageFolder::isImage), Stream.of(image.toAbsolutePath())).distinct().sorted()
					.toList();
		} catch (IOException e) {
			throw new StarfishException("The folder %s cannot be read; check its permissions.".formatted(folder), e);
		}
	}

	private static boolean isImage(Path file) {
		String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		int dot = name.lastIndexOf('.');
		return dot > 0 && ENDINGS.contains(name.substring(dot + 1)) && !name.startsWith(".") && Files.isRegularFile(file);
	}
}
