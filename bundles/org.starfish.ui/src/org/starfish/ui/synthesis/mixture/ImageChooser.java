// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;

/** Gets images, or folders of them, from the user: out of the workspace or from elsewhere on the computer. */
final class ImageChooser {
	private static final String[] ENDINGS = { "*.png;*.jpg;*.jpeg;*.bmp;*.gif;*.tif;*.tiff;*.PNG;*.JPG;*.JPEG" };

	private final Shell shell;

	ImageChooser(Shell shell) {
		this.shell = shell;
	}

	/** Files and folders of the workspace. */
	List<Path> fromWorkspace() {
		var dialog = new ElementTreeSelectionDialog(shell, new WorkbenchLabelProvider(), new BaseWorkbenchContentProvider());
		dialog.setTitle(Messages.ImageChooser_title);
		dialog.setMessage(Messages.ImageChooser_message);
		dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
		dialog.setAllowMultiple(true);
		return dialog.open() != Window.OK ? List.of()
				: Stream.of(dialog.getResult()).filter(IResource.class::isInstance).map(IResource.class::cast)
						.map(IResource::getLocation).filter(Objects::nonNull).map(IPath::toPath).toList();
	}

	/** Files from anywhere. */
	List<Path> files() {
		var dialog = new FileDialog(shell, SWT.OPEN | SWT.MULTI);
		dialog.setText(Messages.ImageChooser_title);
		dialog.setFilterNames(new String[] { Messages.ImageChooser_images });
		dialog.setFilterExtensions(ENDINGS);
		return dialog.open() == null ? List.of()
				: Stream.of(dialog.getFileNames()).map(name -> Path.of(dialog.getFilterPath(), name)).toList();
	}

	/** A folder from anywhere. */
	List<Path> folder() {
		var dialog = new DirectoryDialog(shell, SWT.OPEN);
		dialog.setText(Messages.ImageChooser_title);
		return Optional.ofNullable(dialog.open()).map(Path::of).stream().toList();
	}
}
