// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.FreeNames;

/** Remembers how and where pictures were made last. */
final class LastChoices {
	private static final String SECTION = "SynthesisWizard";
	private static final String PRESET = "preset";
	private static final String FOLDER = "folder";
	private static final String NAMES = "names";
	private static final String SIZE = "size";
	private static final String VARIANTS = "variants";
	private static final String USUAL_FOLDER = "synthesized";

	private final IDialogSettings settings = section();

	private static IDialogSettings section() {
		IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(LastChoices.class))
				.getDialogSettings();
		IDialogSettings section = all.getSection(SECTION);
		return section == null ? all.addNewSection(SECTION) : section;
	}

	/** Begins with what was chosen last, as far as that is still possible. */
	void restore(Choices choices) {
		Presets.ALL.stream().filter(preset -> preset.name().equals(settings.get(PRESET))).findFirst()
				.ifPresent(choices::preset);
		choices.folder(folder(choices.location()));
		if (settings.get(NAMES) != null) {
			choices.names(new NamePattern(settings.get(NAMES)));
		}
		choices.size(number(SIZE, 0));
		choices.variants(Math.max(1, number(VARIANTS, 1)));
	}

	/** Keeps what is chosen for the next time. */
	void store(Choices choices) {
		settings.put(PRESET, choices.preset().name());
		settings.put(FOLDER, choices.folder().toString());
		settings.put(NAMES, choices.names().text());
		settings.put(SIZE, choices.size());
		settings.put(VARIANTS, choices.variants());
	}

	/** In the project of the model, or else where pictures were put last, or else in the first project. */
	private IPath folder(ModelLocation model) {
		IPath stored = settings.get(FOLDER) == null ? IPath.EMPTY : IPath.fromPortableString(settings.get(FOLDER));
		if (model.file().isPresent()) {
			IProject project = model.file().get().getProject();
			return stored.segmentCount() > 0 && stored.segment(0).equals(project.getName()) ? stored
					: project.getFullPath().append(USUAL_FOLDER);
		}
		if (new FreeNames(stored).isFolder()) {
			return stored;
		}
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			if (project.isAccessible()) {
				return project.getFullPath().append(USUAL_FOLDER);
			}
		}
		return IPath.EMPTY;
	}

	private int number(String key, int otherwise) {
		try {
			return settings.get(key) == null ? otherwise : settings.getInt(key);
		} catch (NumberFormatException e) {
			return otherwise;
		}
	}
}
