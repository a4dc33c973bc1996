// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.ModelFile;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.recipe.OtherModelException;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.core.synthesis.recipe.RecipeTransfer;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.Finding;

/** The model of a picture: where it is, or, if it is not there any more, what can be done about that. */
final class PictureModel {
	/** What a look at the recipe's model has shown. */
	private record Look(Optional<ModelLocation> model, String trouble) {
	}

	/** A recipe for another model. */
	record Transferred(Recipe recipe, ModelLocation model) {
	}

	private final Object owner;
	private final Path picture;
	private final Supplier<Optional<Recipe>> recipe;
	private final SynthesisPanel panel;
	private final Executor ui;
	private final ModelChooser chooser;
	private final Runnable replayWith;
	/** Where the user has found it. */
	private Optional<ModelLocation> found = Optional.empty();

	/**
	 * @param owner of the jobs
	 * @param picture which carries the recipe
	 * @param ui runs work on the UI thread as long as the panel is there
	 * @param replayWith draws the picture with another model
	 */
	PictureModel(Object owner, Path picture, Supplier<Optional<Recipe>> recipe, SynthesisPanel panel, Shell shell,
			Executor ui, Runnable replayWith) {
		this.owner = owner;
		this.picture = picture;
		this.recipe = recipe;
		this.panel = panel;
		this.ui = ui;
		this.replayWith = replayWith;
		chooser = new ModelChooser(shell, owner, ui);
	}

	/** Hands over the model; says so if it is lost, with ways out. */
	void whenFound(Consumer<ModelLocation> next) {
		if (found.isPresent()) {
			next.accept(found.get());
			return;
		}
		look(references -> references.model().path(), next);
	}

	private interface Place {
		Path of(RecipeReferences references) throws StarfishException;
	}

	private void look(Place place, Consumer<ModelLocation> next) {
		var references = new RecipeReferences(recipe.get().orElseThrow(), picture);
		new Finding<>(NLS.bind(Messages.RecipeModel_name, picture.getFileName()), owner, progress -> {
			try {
				return new Look(Optional.of(ModelLocation.of(place.of(references))), "");
			} catch (OtherModelException e) {
				return new Look(Optional.empty(), e.getMessage());
			}
		}, look -> ui.execute(() -> {
			if (look.model().isPresent()) {
				next.accept(look.model().get());
			} else {
				lost(look.trouble(), next);
			}
		}), sentence -> ui.execute(() -> panel.showTrouble(sentence))).schedule();
	}

	private void lost(String sentence, Consumer<ModelLocation> next) {
		panel.show(Optional.of(sentence), List.of(
				new ProblemStrip.Help(Messages.PictureModel_find, Messages.PictureModel_findHint, () -> find(next)),
				new ProblemStrip.Help(Messages.SynthesisPanel_replayWith, Messages.SynthesisPanel_replayWithHint,
						replayWith)));
	}

	private void find(Consumer<ModelLocation> next) {
		chooser.choose(NLS.bind(Messages.PictureModel_question, picture.getFileName()),
				chosen -> look(references -> references.checked(ModelFile.of(chosen.toString())).path(), model -> {
					found = Optional.of(model);
					panel.show(Optional.empty(), List.of());
					next.accept(model);
				}));
	}

	/** Asks for another model, and hands over the recipe for it. */
	void transfer(Consumer<Transferred> next) {
		Recipe drawn = recipe.get().orElseThrow();
		chooser.choose(NLS.bind(Messages.PictureModel_other, RecipeText.title(drawn)), chosen -> new Finding<>(
				NLS.bind(Messages.Helping_name, chosen.getFileName()), owner, progress -> {
					try (OpenNetwork open = SharedNetworks.get().open(chosen, progress)) {
						return new Transferred(RecipeTransfer.to(drawn, open.model()), ModelLocation.of(chosen));
					}
				}, transferred -> ui.execute(() -> next.accept(transferred)),
				sentence -> ui.execute(() -> panel.showTrouble(sentence))).schedule());
	}
}
