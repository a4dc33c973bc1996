// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.starfish.ui.OwnedJob;

/** Lays out a graph. */
final class LayoutJob extends OwnedJob {
	private final GraphLayouter layouter;
	private final Set<GraphNode> open;
	private final Consumer<GraphLayout> done;

	/**
	 * @param open the groups whose members are to be seen
	 * @param done gets the layout, on this job's thread
	 */
	LayoutJob(Object owner, GraphLayouter layouter, Set<GraphNode> open, Consumer<GraphLayout> done) {
		super(Messages.LayoutJob_name, owner);
		this.layouter = layouter;
		this.open = Set.copyOf(open);
		this.done = done;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			done.accept(layouter.layOut(open, monitor));
			return Status.OK_STATUS;
		} catch (OperationCanceledException e) {
			return Status.CANCEL_STATUS;
		}
	}
}
