// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;

/** Tells whether something has changed in the workspace that may make another list of models. */
final class ModelChanges {
	private static final int CONTENT = IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.OPEN
			| IResourceDelta.LOCAL_CHANGED | IResourceDelta.DERIVED_CHANGED;

	private boolean found;

	private ModelChanges() {
	}

	/** Whether files have come, gone or got another content; markers do not count. */
	static boolean in(IResourceDelta delta) {
		var changes = new ModelChanges();
		try {
			delta.accept(changes::visit);
		} catch (CoreException e) {
			ILog.get().log(e.getStatus());
		}
		return changes.found;
	}

	private boolean visit(IResourceDelta delta) {
		boolean changed = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & CONTENT) != 0;
		found |= changed && delta.getResource().getType() != IResource.ROOT;
		return !found;
	}
}
