// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.dialogs.FilteredList;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.ui.model.ModelFiles;
import org.starfish.ui.synthesis.Finding;

/** Lets the user choose a model, of the workspace or from anywhere. */
final class ModelChooser {
	private final Shell shell;
	private final Object owner;
	private final Executor ui;

	/**
	 * @param owner of the job
	 * @param ui runs work on the UI thread as long as the shell is there
	 */
	ModelChooser(Shell shell, Object owner, Executor ui) {
		this.shell = shell;
		this.owner = owner;
		this.ui = ui;
	}

	/**
	 * Looks for models, and asks for one.
	 *
	 * @param question above the list
	 */
	void choose(String question, Consumer<Path> chosen) {
		new Finding<>(Messages.ModelChooser_looking, owner, ModelChooser::models,
				models -> ui.execute(() -> ask(question, models).ifPresent(chosen)), sentence -> {
					// Then those of the workspace are not offered.
					ui.execute(() -> fromComputer().ifPresent(chosen));
				}).schedule();
	}

	private static List<IFile> models(Progress progress) throws StarfishException {
		try {
			return ModelFiles.below(ResourcesPlugin.getWorkspace().getRoot(), new NullProgressMonitor());
		} catch (CoreException e) {
			throw new StarfishException(e.getMessage(), e);
		}
	}

	private Optional<Path> ask(String question, List<IFile> models) {
		var dialog = new ElementListSelectionDialog(shell, new LabelProvider() {
			@Override
			public String getText(Object element) {
				return element instanceof IFile file ? file.getFullPath().makeRelative().toString() : element.toString();
			}
		}) {
			/** The way out of the workspace stands last. */
			@Override
			protected FilteredList createFilteredList(Composite parent) {
				FilteredList list = super.createFilteredList(parent);
				list.setComparator(Comparator.comparing(Messages.ModelChooser_elsewhere::equals)
						.thenComparing(Object::toString, String.CASE_INSENSITIVE_ORDER));
				return list;
			}
		};
		dialog.setTitle(Messages.ModelChooser_title);
		dialog.setMessage(question);
		List<Object> elements = new ArrayList<>(models);
		elements.add(Messages.ModelChooser_elsewhere);
		dialog.setElements(elements.toArray());
		if (dialog.open() != Window.OK) {
			return Optional.empty();
		}
		return dialog.getFirstResult() instanceof IFile file ? Optional.of(file.getLocation().toPath()) : fromComputer();
	}

	private Optional<Path> fromComputer() {
		var dialog = new FileDialog(shell, SWT.OPEN);
		dialog.setText(Messages.ModelChooser_title);
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}
}
