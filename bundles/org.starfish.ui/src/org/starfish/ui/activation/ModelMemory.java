// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;

/** Remembers, from one session of the workbench to the next, which layer and picture of a model were looked at last. */
public final class ModelMemory {
	private static final String SECTION = "org.starfish.ui.models";
	private static final String LAYER = "layer";
	private static final String PICTURE = "picture";
	private static final String EXPORT = "exportFolder";
	private static final String SASH = "sash";

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
		return path(get(model, PICTURE));
	}

	private static Optional<Path> path(Optional<String> text) {
		try {
			return text.map(Path::of);
		} catch (InvalidPathException e) {
			// Written on another platform.
			return Optional.empty();
		}
	}

	/** Remembers the picture that is shown. */
	public void rememberPicture(Path model, Path picture) {
		section(model).put(PICTURE, picture.toString());
	}

	/** The folder that something was exported to last. */
	public Optional<Path> exportFolder() {
		return path(Optional.ofNullable(models.get(EXPORT))).filter(Files::isDirectory);
	}

	/** Remembers the folder that something is exported to. */
	public void rememberExportFolder(Path folder) {
		models.put(EXPORT, folder.toString());
	}

	/** How wide the grid and what is beside it were last, in relation to each other. */
	int[] sash() {
		String[] weights = models.getArray(SASH);
		return weights == null || weights.length != 2 ? new int[] { 72, 28 }
				: Stream.of(weights).mapToInt(Integer::parseInt).toArray();
	}

	/** Remembers how wide they are. */
	void rememberSash(int[] weights) {
		models.put(SASH, IntStream.of(weights).mapToObj(Integer::toString).toArray(String[]::new));
	}

	private Optional<String> get(Path model, String key) {
		return Optional.ofNullable(models.getSection(model.toString())).map(section -> section.get(key));
	}

	private IDialogSettings section(Path model) {
		return DialogSettings.getOrCreateSection(models, model.toString());
	}
}
