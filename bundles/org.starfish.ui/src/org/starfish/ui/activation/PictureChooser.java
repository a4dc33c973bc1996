// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.FilteredResourcesSelectionDialog;
import org.starfish.ui.examples.ExampleProject;

/** Gets pictures from the user: out of the workspace, from elsewhere on the computer, or from the clipboard. */
public final class PictureChooser {
	private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff");

	private final Shell shell;

	/**
	 * @param shell in which it asks
	 */
	public PictureChooser(Shell shell) {
		this.shell = shell;
	}

	/** Whether a file is a picture, as far as its name tells. */
	static boolean isPicture(String name) {
		int dot = name.lastIndexOf('.');
		return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
	}

	/** Lets the user choose a picture of the workspace. */
	public Optional<Path> fromWorkspace() {
		var dialog = new Pictures(shell);
		dialog.setTitle(Messages.PictureChooser_title);
		dialog.setInitialPattern("?");
		return dialog.open() == Window.OK && dialog.getFirstResult() instanceof IFile file
				? Optional.ofNullable(file.getLocation()).map(IPath::toPath)
				: Optional.empty();
	}

	/** Lets the user choose a picture anywhere on the computer. */
	Optional<Path> fromComputer() {
		var dialog = new FileDialog(shell, SWT.OPEN);
		dialog.setText(Messages.PictureChooser_title);
		dialog.setFilterNames(new String[] { Messages.PictureChooser_pictures });
		dialog.setFilterExtensions(new String[] { "*.png;*.jpg;*.jpeg;*.bmp;*.gif;*.tif;*.tiff;*.PNG;*.JPG;*.JPEG" });
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** What the clipboard holds: a picture, or a file that is one. */
	Optional<ShownPicture> fromClipboard() {
		var clipboard = new Clipboard(shell.getDisplay());
		try {
			if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files && files.length > 0) {
				return Optional.of(ShownPicture.of(Path.of(files[0])));
			}
			if (clipboard.getContents(ImageTransfer.getInstance()) instanceof ImageData data) {
				return Optional.of(ShownPicture.of(Pixels.image(data), Messages.PictureChooser_pasted));
			}
			return Optional.empty();
		} finally {
			clipboard.dispose();
		}
	}

	/**
	 * A picture to begin with: of the folder of pictures beside the model, else of the example project.
	 *
	 * @param model which may lie outside the workspace
	 */
	public static Optional<Path> example(Path model) {
		IProject example = new ExampleProject(ExampleProject.NAME).project();
		return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(model.toUri()))
				.map(file -> first(file.getParent())).flatMap(Optional::stream).findFirst().or(() -> first(example));
	}

	/** The first picture of a container, or of the folders in it; those named as the example are preferred. */
	private static Optional<Path> first(IContainer container) {
		if (!container.isAccessible()) {
			return Optional.empty();
		}
		try {
			var found = new ArrayList<IResource>();
			for (IResource member : container.members()) {
				if (member instanceof IContainer folder && folder.isAccessible()) {
					found.addAll(List.of(folder.members()));
				} else {
					found.add(member);
				}
			}
			return found.stream().filter(member -> member.getType() == IResource.FILE && isPicture(member.getName()))
					.min(Comparator.comparing((IResource member) -> !member.getName().startsWith("starfish"))
							.thenComparing(member -> member.getFullPath().toString()))
					.map(IResource::getLocation).map(IPath::toPath);
		} catch (CoreException e) {
			// Then there is no example.
			return Optional.empty();
		}
	}

	/** Lists the pictures of the workspace only. */
	private static final class Pictures extends FilteredResourcesSelectionDialog {
		Pictures(Shell shell) {
			super(shell, false, ResourcesPlugin.getWorkspace().getRoot(), IResource.FILE);
		}

		@Override
		protected ItemsFilter createFilter() {
			return new ResourceFilter() {
				@Override
				public boolean matchItem(Object item) {
					return item instanceof IResource resource && isPicture(resource.getName()) && super.matchItem(item);
				}

				@Override
				public boolean isConsistentItem(Object item) {
					return item instanceof IResource resource && isPicture(resource.getName())
							&& super.isConsistentItem(item);
				}
			};
		}
	}
}
