// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.starfish.core.RelativePath;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.image.PngText;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;

/**
 * A picture with its recipe, on disk: {@code x.png}, which carries the recipe, and the same recipe as {@code x.recipe.json} beside it.
 * Either can be read back.
 */
public final class RecipeFile {
	private static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G' };

	private final ResultFile picture;
	private final ResultFile recipe;

	private RecipeFile(ResultFile picture, ResultFile recipe) {
		this.picture = picture;
		this.recipe = recipe;
	}

	/**
	 * Checks both names before the work begins.
	 *
	 * @param picture where the PNG will lie
	 * @param force whether files of these names are replaced
	 * @throws StarfishException if one exists and {@code force} is not given, or cannot be written there, or the picture's
	 *             name promises another format than PNG
	 */
	public static RecipeFile at(Path picture, boolean force) throws StarfishException {
		return new RecipeFile(ResultFile.at(PngWriter.checked(picture), force), ResultFile.at(beside(picture), force));
	}

	/** Where the recipe of a picture lies: {@code x.recipe.json} for {@code x.png}. */
	public static Path beside(Path picture) {
		String name = picture.getFileName() == null ? "" : picture.getFileName().toString();
		return picture.resolveSibling(name.replaceAll("(?i)\\.png$", "") + ".recipe.json");
	}

	/** Where the picture lies, or will. */
	public Path picture() {
		return picture.path();
	}

	/** Where the recipe lies, or will. */
	public Path recipe() {
		return recipe.path();
	}

	/**
	 * Writes both files.
	 *
	 * @throws StarfishException if one cannot be written; then all is as it was before
	 */
	public void write(RgbImage image, Recipe content) throws StarfishException {
		String json = RecipeJson.write(content);
		var contents = new LinkedHashMap<ResultFile, byte[]>();
		contents.put(picture, PngWriter.encode(image, Map.of(RecipeJson.KEYWORD, json)));
		contents.put(recipe, json.getBytes(StandardCharsets.UTF_8));
		ResultFile.writeTogether(contents);
	}

	/**
	 * Reads a recipe from its JSON file, or from a picture that carries it.
	 *
	 * @throws StarfishException if there is none in the file, or it is damaged
	 */
	public static Recipe read(Path file) throws StarfishException {
		if (!isPng(file)) {
			return RecipeJson.read(file);
		}
		String json = PngText.read(file, RecipeJson.KEYWORD).orElseThrow(() -> new StarfishException(
				"%s carries no recipe; only pictures that Starfish has synthesized do.".formatted(file)));
		return RecipeJson.read(json, file.toString());
	}

	private static boolean isPng(Path file) throws StarfishException {
		if (!Files.isRegularFile(file)) {
			throw new StarfishException("There is no file %s.".formatted(file));
		}
		try (InputStream stream = Files.newInputStream(file)) {
			return Arrays.equals(stream.readNBytes(PNG.length), PNG);
		} catch (IOException e) {
			throw new StarfishException("%s cannot be read; check its permissions.".formatted(file), e);
		}
	}

	/**
	 * How a recipe that lies beside a picture names a file.
	 *
	 * @param file as the user named it
	 * @return the path from the picture's folder, with slashes; absolute if there is no such path
	 */
	public static String relative(Path file, Path picture) {
		return RelativePath.of(file.toAbsolutePath().normalize(), picture.toAbsolutePath().normalize().getParent());
	}

	/**
	 * The file that a recipe names.
	 *
	 * @param path as in the recipe
	 * @param recipe where the recipe lies
	 * @throws StarfishException if no file can have that name
	 */
	public static Path resolve(String path, Path recipe) throws StarfishException {
		try {
			return recipe.toAbsolutePath().resolveSibling(path).normalize();
		} catch (InvalidPathException e) {
			throw new StarfishException("%s names a file that there cannot be.".formatted(recipe), e);
		}
	}
}
