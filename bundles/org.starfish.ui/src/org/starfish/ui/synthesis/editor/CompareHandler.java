// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the two pictures that are selected side by side. */
public final class CompareHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<Path> files = Stream.of(HandlerUtil.getCurrentStructuredSelection(event).toArray())
				.map(element -> Adapters.adapt(element, IFile.class)).filter(Objects::nonNull)
				.filter(file -> file.getLocation() != null).map(file -> file.getLocation().toPath()).toList();
		if (files.size() == 2) {
			ComparisonEditor.open(HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage(), files.get(0),
					files.get(1));
		}
		return null;
	}
}
