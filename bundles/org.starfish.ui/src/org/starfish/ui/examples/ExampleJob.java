// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.examples;

import java.util.function.Consumer;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.starfish.ui.OwnedJob;

/** Makes an example project. */
public final class ExampleJob extends OwnedJob {
	private final ExampleProject example;
	private final Consumer<IProject> listener;

	/**
	 * @param listener given the project when it is there, on this job's thread
	 */
	public ExampleJob(ExampleProject example, Consumer<IProject> listener) {
		super(Messages.ExampleJob_name, example);
		this.example = example;
		this.listener = listener;
		setRule(ResourcesPlugin.getWorkspace().getRoot());
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			listener.accept(example.create(monitor));
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		} catch (CoreException e) {
			return e.getStatus();
		}
	}
}
