// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.evaluation.CrossCheck;
import org.starfish.core.evaluation.Evaluation;
import org.starfish.core.evaluation.PhotoComparison;
import org.starfish.core.image.ImageFolder;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.EvaluationJob;
import org.starfish.core.jobs.EvaluationListener;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.ui.activation.ModelMemory;
import org.starfish.ui.activation.PictureChooser;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.State;

/** Gathers what speaks for the picture of an editor: some of it while the picture grows, the rest when it is done. */
final class EvaluationFeed {
	private final Object owner;
	private final Path picture;
	private final EvaluationPanel panel;
	private final Executor ui;
	private final Runnable changed;
	private boolean growing;
	private boolean done;

	/**
	 * @param owner of the jobs
	 * @param picture where it lies, or will; it is not compared with itself
	 * @param ui runs work on the UI thread as long as the panel is there
	 * @param changed told when there is more to see
	 */
	EvaluationFeed(Object owner, Path picture, EvaluationPanel panel, Executor ui, Runnable changed) {
		this.owner = owner;
		this.picture = picture;
		this.panel = panel;
		this.ui = ui;
		this.changed = changed;
	}

	/** Follows a run; called whenever it has changed. */
	void follow(SynthesisRun run) {
		Path model = run.request().model().path();
		if (run.state() == State.RUNNING && run.picture().isPresent() && !growing) {
			growing = true;
			EvaluationJob.growing(name(), owner, SharedNetworks.get(), model, run.recipe().orElseThrow(),
					() -> run.isOver() ? Optional.empty() : run.picture(), new Listener(false)).schedule();
		}
		if (run.state() == State.DONE || run.state() == State.STOPPED) {
			run.picture().ifPresent(last -> gather(model, run.recipe().orElseThrow(), last));
		}
	}

	/** Gathers everything about a picture that is done, once. */
	void gather(Path model, Recipe recipe, RgbImage last) {
		if (!done) {
			done = true;
			Optional<Path> shown = ModelMemory.ofWorkbench().picture(model);
			Optional<Path> example = PictureChooser.example(model);
			EvaluationJob.of(name(), owner, SharedNetworks.get(), model, recipe, last,
					() -> photos(shown.filter(Files::isRegularFile).or(() -> example)), new Listener(true)).schedule();
		}
	}

	/** Those that the grid of the model goes through. */
	private List<Path> photos(Optional<Path> shown) throws StarfishException {
		return shown.isEmpty() ? List.of()
				: ImageFolder.around(shown.get()).stream().filter(file -> !file.equals(picture)).toList();
	}

	private String name() {
		return NLS.bind(Messages.EvaluationFeed_name, picture.getFileName());
	}

	/** Brings what is found to the UI thread. */
	private final class Listener implements EvaluationListener {
		private final boolean last;

		Listener(boolean last) {
			this.last = last;
		}

		private void show(Runnable work) {
			ui.execute(() -> {
				// What was asked about a growing picture may come late.
				if (last || !done) {
					work.run();
					changed.run();
				}
			});
		}

		@Override
		public void evaluated(Evaluation evaluation) {
			show(() -> panel.evaluated(evaluation));
		}

		@Override
		public void crossChecked(List<CrossCheck> crossChecks) {
			show(() -> panel.crossChecked(crossChecks));
		}

		@Override
		public void compared(PhotoComparison comparison) {
			show(() -> panel.compared(comparison));
		}

		@Override
		public void failed(String sentence) {
			// The picture itself is there; whoever draws it says what is wrong with the model.
			show(panel::clear);
		}
	}
}
