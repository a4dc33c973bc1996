// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * Two pictures that are looked at side by side.
 *
 * @param first a file, on the left
 * @param second a file, on the right
 */
public record ComparisonInput(Path first, Path second) implements IEditorInput {
	@Override
	public boolean exists() {
		return true;
	}

	@Override
	public ImageDescriptor getImageDescriptor() {
		return ImageDescriptor.getMissingImageDescriptor();
	}

	@Override
	public String getName() {
		return NLS.bind(Messages.ComparisonInput_name, first.getFileName(), second.getFileName());
	}

	@Override
	public IPersistableElement getPersistable() {
		return null;
	}

	@Override
	public String getToolTipText() {
		return NLS.bind(Messages.ComparisonInput_name, first, second);
	}

	@Override
	public <T> T getAdapter(Class<T> adapter) {
		return null;
	}
}
