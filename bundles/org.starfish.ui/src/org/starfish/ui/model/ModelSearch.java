// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.starfish.ui.OwnedJob;

/** Looks for the model files of a container, invisibly since nobody asked for it. */
final class ModelSearch extends OwnedJob {
	private final IContainer container;
	private final Consumer<List<FoundModel>> listener;

	/**
	 * @param listener given the models, on this job's thread
	 */
	ModelSearch(Object owner, IContainer container, Consumer<List<FoundModel>> listener) {
		super(Messages.ModelSearch_name, owner);
		this.container = container;
		this.listener = listener;
		setSystem(true);
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			listener.accept(ModelFiles.below(container, monitor).stream().map(FoundModel::of).flatMap(Optional::stream)
					.toList());
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (CoreException e) {
			return e.getStatus();
		}
	}
}
