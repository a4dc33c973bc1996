// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.starfish.core.ResultFile;
import org.starfish.core.StarfishException;
import org.starfish.core.image.Animation;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.WriteJob;

/** Writes the way of a picture as an animation, to where the user says. */
final class AnimationExport {
	private static final int PERIOD = 80;
	private static final int REST = 1500;

	private final Shell shell;
	private final Object owner;
	private final Consumer<String> failed;

	/**
	 * @param owner of the job
	 * @param failed gets the sentence that says why not, on any thread
	 */
	AnimationExport(Shell shell, Object owner, Consumer<String> failed) {
		this.shell = shell;
		this.owner = owner;
		this.failed = failed;
	}

	/** Asks where, and writes. */
	void export(List<RgbImage> pictures, String stem, Path folder) {
		var dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.AnimationExport_title);
		dialog.setFilterPath(folder.toString());
		dialog.setFileName(stem + ".gif");
		dialog.setFilterNames(new String[] { Messages.AnimationExport_gif, Messages.AnimationExport_png });
		dialog.setFilterExtensions(new String[] { "*.gif", "*.png" });
		dialog.setOverwrite(true);
		Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> write(pictures, file));
	}

	/** Writes an animation, whose format the ending of the name says. */
	void write(List<RgbImage> pictures, Path file) {
		new WriteJob(NLS.bind(Messages.AnimationExport_writing, file.getFileName()), owner, () -> {
			Animation.Writer writer = Animation.writer(file);
			ResultFile result = ResultFile.at(file, true);
			Animation animation = Animation.of(pictures, PERIOD, REST);
			result.write(stream -> writer.write(animation, stream));
			refresh(file);
		}, () -> {
		}, failed).schedule();
	}

	/** Shows in the workspace what was written there. */
	static void refresh(Path file) throws StarfishException {
		try {
			for (IFile written : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
				IContainer folder = written.getParent();
				folder.refreshLocal(IResource.DEPTH_ONE, null);
			}
		} catch (CoreException e) {
			throw new StarfishException(e.getMessage(), e);
		}
	}
}
