// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.synthesis.recipe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.image.RgbImage;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.Recipe.FileReference;
import org.starfish.core.synthesis.recipe.Recipe.Variants;

/** The files that a recipe names: finds them and checks that they are still the same. */
public final class RecipeReferences {
	private final Recipe recipe;
	private final Path place;

	/**
	 * @param place the recipe's file or its picture, from whose folder it names the others
	 */
	public RecipeReferences(Recipe recipe, Path place) {
		this.recipe = recipe;
		this.place = place;
	}

	/**
	 * How a recipe names a model.
	 *
	 * @param picture where the picture will lie
	 * @throws StarfishException if the model cannot be read
	 */
	public static FileReference to(ModelFile model, Path picture) throws StarfishException {
		return new FileReference(model.isTidepool() ? model.name() : RecipeFile.relative(model.path(), picture),
				model.sha256());
	}

	/**
	 * How a recipe names an image.
	 *
	 * @param picture where the picture will lie
	 * @throws StarfishException if the image cannot be read
	 */
	public static FileReference to(Path image, Path picture) throws StarfishException {
		return new FileReference(RecipeFile.relative(image, picture), new ModelFile(image.toString(), image).sha256());
	}

	/**
	 * The recipe's model.
	 *
	 * @throws OtherModelException if it is not where the recipe says, or has changed
	 * @throws StarfishException if it cannot be read
	 */
	public ModelFile model() throws StarfishException {
		String path = recipe.model().path();
		ModelFile file = ModelFile
				.of(path.equals(ModelFile.TIDEPOOL) ? path : RecipeFile.resolve(path, place).toString());
		if (!Files.isRegularFile(file.path())) {
			throw new OtherModelException("The model of %s is not at %s; say where it is.".formatted(place, file.path()),
					true);
		}
		return checked(file);
	}

	/**
	 * A file that is said to be the recipe's model.
	 *
	 * @return that file
	 * @throws OtherModelException if it is another one
	 * @throws StarfishException if it cannot be read
	 */
	public ModelFile checked(ModelFile file) throws StarfishException {
		if (!isTheSame(recipe.model(), file)) {
			throw new OtherModelException(changed(file), false);
		}
		return file;
	}

	/**
	 * The recipe for a copy of the picture, which names the same files from there.
	 *
	 * @param copy where it will lie
	 * @throws StarfishException if the recipe names a file that there cannot be
	 */
	public Recipe movedTo(Path copy) throws StarfishException {
		FileReference model = recipe.model().path().equals(ModelFile.TIDEPOOL) ? recipe.model()
				: moved(recipe.model(), copy);
		Optional<FileReference> start = Optional.empty();
		if (recipe.start().isPresent()) {
			start = Optional.of(moved(recipe.start().get(), copy));
		}
		Recipe moved = recipe.with(model, start, recipe.engine(), recipe.program());
		if (recipe.variants().isEmpty()) {
			return moved;
		}
		List<FileReference> earlier = new ArrayList<>();
		for (FileReference reference : recipe.variants().get().earlier()) {
			earlier.add(moved(reference, copy));
		}
		return moved.withVariants(Optional.of(new Recipe.Variants(recipe.variants().get().layer(), earlier)));
	}

	private FileReference moved(FileReference reference, Path copy) throws StarfishException {
		return new FileReference(RecipeFile.relative(RecipeFile.resolve(reference.path(), place), copy), reference.sha256());
	}

	/**
	 * The image that the recipe starts from.
	 *
	 * @return empty if it starts from noise
	 * @throws StarfishException if the image is not where the recipe says, has changed, or cannot be read
	 */
	public Optional<RgbImage> start() throws StarfishException {
		Optional<Path> image = startFile();
		return image.isPresent() ? Optional.of(ImageReader.read(image.get())) : Optional.empty();
	}

	/**
	 * Where the image lies that the recipe starts from.
	 *
	 * @return empty if it starts from noise
	 * @throws StarfishException if it is not there, or has changed
	 */
	public Optional<Path> startFile() throws StarfishException {
		if (recipe.start().isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(image(recipe.start().get()));
	}

	/**
	 * The earlier pictures that the recipe's is to differ from.
	 *
	 * @return in the recipe's order
	 * @throws StarfishException if one is not where the recipe says, has changed, or cannot be read
	 */
	public List<RgbImage> earlier() throws StarfishException {
		List<RgbImage> pictures = new ArrayList<>();
		for (Path picture : earlierFiles()) {
			pictures.add(ImageReader.read(picture));
		}
		return pictures;
	}

	/**
	 * Where those pictures lie.
	 *
	 * @throws StarfishException if one is not there, or has changed
	 */
	public List<Path> earlierFiles() throws StarfishException {
		List<Path> files = new ArrayList<>();
		if (recipe.variants().isPresent()) {
			for (FileReference picture : recipe.variants().get().earlier()) {
				files.add(image(picture));
			}
		}
		return files;
	}

	/**
	 * The recipe with the content of the earlier pictures noted, for one that was made before they were drawn.
	 *
	 * @throws StarfishException if one is not there, has changed, or cannot be read
	 */
	public Recipe identified() throws StarfishException {
		if (recipe.variants().isEmpty()) {
			return recipe;
		}
		List<FileReference> known = new ArrayList<>();
		for (FileReference picture : recipe.variants().get().earlier()) {
			Path file = image(picture);
			known.add(new FileReference(picture.path(), new ModelFile(file.toString(), file).sha256()));
		}
		return recipe.withVariants(Optional.of(new Variants(recipe.variants().get().layer(), known)));
	}

	private Path image(FileReference reference) throws StarfishException {
		Path image = RecipeFile.resolve(reference.path(), place);
		if (!Files.isRegularFile(image)) {
			throw new StarfishException("There is no file %s, which %s needs.".formatted(image, place));
		}
		var file = new ModelFile(image.toString(), image);
		if (!isTheSame(reference, file)) {
			throw new StarfishException(changed(file));
		}
		return image;
	}

	private static boolean isTheSame(FileReference reference, ModelFile file) throws StarfishException {
		return reference.sha256().isEmpty() || reference.sha256().equals(file.sha256());
	}

	private String changed(ModelFile file) throws StarfishException {
		return "%s is not the file that %s was made with: its content is another (SHA-256 %s...)."
				.formatted(file.path(), place, file.sha256().substring(0, 12));
	}
}
