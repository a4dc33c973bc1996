// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;

/**
 * Where a model is: in a file of the workspace, or in one outside. What parts of the user interface know a model by.
 *
 * @param file in the workspace, if it is there
 * @param path in the file system
 */
public record ModelLocation(Optional<IFile> file, Path path) implements IAdaptable {
	/** Of a file in the workspace; empty if it is not in the file system of this computer. */
	public static Optional<ModelLocation> of(IFile file) {
		IPath location = file.getLocation();
		return location == null ? Optional.empty()
				: Optional.of(new ModelLocation(Optional.of(file), location.toPath()));
	}

	/** Of a file that may lie in the workspace. */
	public static ModelLocation of(Path path) {
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
		return files.length == 0 ? outside(path) : new ModelLocation(Optional.of(files[0]), path);
	}

	/** Of a file outside the workspace. */
	public static ModelLocation outside(Path path) {
		return new ModelLocation(Optional.empty(), path);
	}

	/** Of what an editor is open on; empty if that is no file. */
	public static Optional<ModelLocation> of(IEditorInput input) {
		IFile file = Adapters.adapt(input, IFile.class);
		if (file != null) {
			return of(file);
		}
		URI uri = input instanceof IURIEditorInput editor ? editor.getURI() : null;
		return uri == null || !EFS.SCHEME_FILE.equals(uri.getScheme()) ? Optional.empty()
				: Optional.of(outside(Path.of(uri)));
	}

	/** Of something that is selected: a model, a layer, a channel or a file; empty if it is none of them. */
	static Optional<ModelLocation> ofSelected(Object selected) {
		return switch (selected) {
		case ModelElement model -> Optional.of(model.location());
		case LayerElement layer -> Optional.of(layer.model());
		case UnitElement unit -> Optional.of(unit.model());
		case LayerNode group -> Optional.of(group.model().location());
		case null, default -> Optional.ofNullable(Adapters.adapt(selected, IFile.class)).flatMap(ModelLocation::of);
		};
	}

	/** The name of the file. */
	public String name() {
		return file.map(IResource::getName).orElseGet(() -> path.getFileName().toString());
	}

	/** Where it is in words: its path in the workspace, or else in the file system. */
	public String text() {
		return file.map(inside -> inside.getFullPath().makeRelative().toString()).orElseGet(path::toString);
	}

	/** For an editor to be opened on the model. */
	public IEditorInput editorInput() {
		return file.<IEditorInput>map(FileEditorInput::new)
				.orElseGet(() -> new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(path.toUri())));
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		return type.isAssignableFrom(IFile.class) && type != Object.class ? type.cast(file.orElse(null)) : null;
	}

	/** A file is found by its place in the workspace, also if a link to it changes. */
	@Override
	public boolean equals(Object other) {
		return other instanceof ModelLocation location && file.equals(location.file)
				&& (file.isPresent() || path.equals(location.path));
	}

	@Override
	public int hashCode() {
		return file.isPresent() ? file.hashCode() : path.hashCode();
	}
}
