// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.Diagnosis;
import org.starfish.core.synthesis.Remedy;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.ui.synthesis.Finding;
import org.starfish.ui.synthesis.SynthesisRun;

/** Names what is wrong with the ascent of an editor, and offers what may help. On the UI thread. */
final class Helping {
	private final Object owner;
	private final SynthesisPanel panel;
	private final EditorActions actions;
	private final Executor ui;
	private Optional<Diagnosis> named = Optional.empty();
	private boolean wasOver;
	private Map<Remedy, Optional<Recipe>> remedies = Map.of();

	/**
	 * @param owner of the jobs
	 * @param ui runs work on the UI thread as long as the panel is there
	 */
	Helping(Object owner, SynthesisPanel panel, EditorActions actions, Executor ui) {
		this.owner = owner;
		this.panel = panel;
		this.actions = actions;
		this.ui = ui;
	}

	/** Follows a run; called whenever it has changed. */
	void follow(SynthesisRun run) {
		Optional<Diagnosis> now = run.diagnosis();
		// The recipe at the end knows the changes made on the way.
		if (!now.equals(named) || run.isOver() != wasOver) {
			named = now;
			wasOver = run.isOver();
			show();
			if (now.isPresent() && run.recipe().isPresent()) {
				look(run, now.get());
			} else {
				remedies = Map.of();
			}
		}
	}

	private void look(SynthesisRun run, Diagnosis diagnosis) {
		Path model = run.request().model().path();
		Recipe recipe = run.recipe().orElseThrow();
		new Finding<>(NLS.bind(Messages.Helping_name, model.getFileName()), owner,
				progress -> possible(diagnosis, recipe, model, progress), found -> ui.execute(() -> {
					if (named.equals(Optional.of(diagnosis))) {
						remedies = found;
						show();
					}
				}), sentence -> {
					// The picture cannot be drawn either, of which the editor tells.
				}).schedule();
	}

	/** The remedies that can be applied, and the recipes to which they lead; for that the network is needed. */
	private static Map<Remedy, Optional<Recipe>> possible(Diagnosis diagnosis, Recipe recipe, Path model, Progress progress)
			throws StarfishException {
		Map<Remedy, Optional<Recipe>> possible = new EnumMap<>(Remedy.class);
		try (OpenNetwork open = SharedNetworks.get().open(model, progress)) {
			for (Remedy remedy : diagnosis.remedies()) {
				Optional<Recipe> applied = remedy.applied(recipe, open.network());
				boolean asks = remedy == Remedy.START_FROM_IMAGE || remedy == Remedy.OTHER_UNIT;
				if (asks || applied.isPresent()) {
					possible.put(remedy, applied);
				}
			}
		}
		return possible;
	}

	private void show() {
		List<ProblemStrip.Help> help = named.map(Diagnosis::remedies).orElse(List.of()).stream()
				.filter(remedies::containsKey).map(remedy -> new ProblemStrip.Help(RemedyText.name(remedy),
						RemedyText.hint(remedy), () -> actions.remedy(remedy)))
				.toList();
		panel.show(named.map(RemedyText::problem), help);
	}

	/** The recipe that a remedy leads to, if it needs nothing from the user. */
	Optional<Recipe> recipe(Remedy remedy) {
		return remedies.getOrDefault(remedy, Optional.empty());
	}
}
