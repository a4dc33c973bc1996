// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;

/** The contact sheet of a queue, and its file. For use by many threads. */
final class QueueSheet {
	private final IFile file;
	private ContactSheet content;

	/**
	 * @param file may be missing
	 */
	QueueSheet(IFile file, ContactSheet content) {
		this.file = file;
		this.content = content;
	}

	/**
	 * A new sheet beside the first picture, named by the layer if all show channels of the same one, or else by the model.
	 *
	 * @param taken names that it must not have, besides those of files
	 */
	static QueueSheet of(List<SynthesisRequest> requests, Predicate<Path> taken) {
		Set<String> layers = requests.stream().map(SynthesisRequest::target)
				.map(target -> target instanceof Target.OfUnit unit ? unit.address().layer() : "").collect(Collectors.toSet());
		SynthesisRequest first = requests.get(0);
		String layer = layers.size() == 1 ? layers.iterator().next() : "";
		String stem = (layer.isEmpty() ? first.model().name().replaceFirst("\\.[^.]*$", "") : layer)
				.replaceAll("[^\\p{L}\\p{N}._-]+", "-");
		IPath folder = first.picture().getParent().getFullPath();
		IFile file = file(folder, stem);
		for (int number = 2; Files.exists(path(file)) || taken.test(path(file)); number++) {
			file = file(folder, stem + '-' + number);
		}
		Path place = path(file);
		return new QueueSheet(file, new ContactSheet(requests.stream()
				.map(request -> new ContactSheet.Entry(RecipeFile.relative(request.path(), place), request.label())).toList()));
	}

	private static IFile file(IPath folder, String stem) {
		return ResourcesPlugin.getWorkspace().getRoot().getFile(folder.append(stem + ContactSheet.SUFFIX));
	}

	private static Path path(IFile file) {
		return file.getLocation().toPath();
	}

	IFile file() {
		return file;
	}

	Path path() {
		return path(file);
	}

	synchronized ContactSheet content() {
		return content;
	}

	synchronized void drawn(Path picture, ContactSheet.Result result) {
		content = content.with(name(picture), result);
	}

	synchronized void failed(Path picture, String sentence) {
		content = content.with(name(picture), sentence);
	}

	synchronized void remove(Collection<Path> pictures) {
		content = content.without(pictures.stream().map(this::name).collect(Collectors.toSet()));
	}

	private String name(Path picture) {
		return RecipeFile.relative(picture, path());
	}

	/**
	 * Writes the file; or deletes it if nothing is left.
	 *
	 * @throws StarfishException if it cannot be written
	 */
	synchronized void write() throws StarfishException {
		try {
			if (content.entries().isEmpty()) {
				file.delete(true, null);
			} else {
				content.write(path());
				file.refreshLocal(IResource.DEPTH_ZERO, null);
			}
		} catch (CoreException e) {
			throw new StarfishException(
					NLS.bind(Messages.SynthesisQueue_refresh, file.getFullPath().makeRelative(), e.getMessage()), e);
		}
	}
}
