// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** Remembers, from one session of the workbench to the next, which layer and picture of a model were looked at last. */
public final class ModelMemory {
	private static final String SECTION = "org.starfish.ui.models";
	private static final String LAYER = "layer";
	private static final String PICTURE = "picture";

	private final IDialogSettings models;

	/**
	 * @param settings where to keep it
	 */
	public ModelMemory(IDialogSettings settings) {
		models = DialogSettings.getOrCreateSection(settings, SECTION);
	}

	/** The memory of the workbench. */
	public static ModelMemory ofWorkbench() {
		return new ModelMemory(
				PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(ModelMemory.class)).getDialogSettings());
	}

	/** The layer of a model that was shown last. */
	public Optional<String> layer(Path model) {
		return get(model, LAYER);
	}

	/** Remembers the layer that is shown. */
	public void rememberLayer(Path model, String layer) {
		section(model).put(LAYER, layer);
	}

	/** The picture that a model was shown last. */
	public Optional<Path> picture(Path model) {
		try {
			return get(model, PICTURE).map(Path::of);
		} catch (InvalidPathException e) {
			// Written on another platform.
			return Optional.empty();
		}
	}

	/** Remembers the picture that is shown. */
	public void rememberPicture(Path model, Path picture) {
		section(model).put(PICTURE, picture.toString());
	}

	private Optional<String> get(Path model, String key) {
		return Optional.ofNullable(models.getSection(model.toString())).map(section -> section.get(key));
	}

	private IDialogSettings section(Path model) {
		return DialogSettings.getOrCreateSection(models, model.toString());
	}
}
