// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.starfish.core.StarfishException;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.WriteJob;
import org.starfish.core.synthesis.Checkpoint;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.core.synthesis.Remedy;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.RecipeReferences;
import org.starfish.ui.activation.PictureChooser;
import org.starfish.ui.synthesis.CommandLine;
import org.starfish.ui.synthesis.Finding;
import org.starfish.ui.synthesis.FreeNames;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRun.Advance;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.wizard.Beginning;
import org.starfish.ui.synthesis.wizard.SynthesisWizard;

/** Does what the buttons of an editor say. */
final class SynthesisActions implements EditorActions {
	private final IWorkbenchPartSite site;
	private final Path file;
	private final Supplier<Optional<SynthesisRun>> run;
	private final Supplier<Optional<Recipe>> recipe;
	private final Executor ui;
	private Object owner;
	private SynthesisPanel panel;
	private Helping helping;
	private PictureModel model;
	private Runnable refresh;

	/**
	 * @param file the picture
	 * @param run that draws it, or has drawn it
	 * @param recipe of the picture
	 * @param ui runs work on the UI thread as long as the editor is there
	 */
	SynthesisActions(IWorkbenchPartSite site, Path file, Supplier<Optional<SynthesisRun>> run,
			Supplier<Optional<Recipe>> recipe, Executor ui) {
		this.site = site;
		this.file = file;
		this.run = run;
		this.recipe = recipe;
		this.ui = ui;
	}

	/**
	 * Begins to act, on what has been made in the meantime.
	 *
	 * @param jobOwner of the jobs
	 * @param refreshing shows the run as it is now
	 */
	void act(Object jobOwner, SynthesisPanel shownIn, Helping help, PictureModel pictureModel, Runnable refreshing) {
		model = pictureModel;
		owner = jobOwner;
		panel = shownIn;
		helping = help;
		refresh = refreshing;
	}

	@Override
	public void pause() {
		run.get().map(SynthesisRun::steering).ifPresent(steering -> {
			if (steering.isPaused()) {
				steering.resume();
			} else {
				steering.pause();
			}
			refresh.run();
		});
	}

	@Override
	public void step() {
		run.get().ifPresent(shown -> {
			shown.steering().step();
			refresh.run();
		});
	}

	@Override
	public void stop() {
		run.get().ifPresent(SynthesisRuns.ofWorkbench()::stop);
	}

	@Override
	public void change(Parameter parameter, Object value) throws StarfishException {
		if (run.get().isPresent()) {
			run.get().get().steering().change(parameter, value);
			refresh.run();
		}
	}

	@Override
	public void remedy(Remedy remedy) {
		SynthesisRun shown = run.get().orElseThrow();
		Map<Parameter, Object> changes = remedy.changes(shown.parameters(), shown.advance().map(Advance::step).orElse(0));
		if (remedy == Remedy.OTHER_UNIT) {
			SynthesisWizard.open(site.getPage(), shown.request().model(), Beginning.NOWHERE);
		} else if (remedy == Remedy.START_FROM_IMAGE) {
			new PictureChooser(site.getShell()).fromWorkspace().ifPresent(image -> startFrom(shown, image));
		} else if (!shown.isOver() && !changes.isEmpty()) {
			change(changes);
		} else {
			helping.recipe(remedy).ifPresent(remedied -> startInstead(shown, remedied));
		}
	}

	private void change(Map<Parameter, Object> changes) {
		try {
			for (var change : changes.entrySet()) {
				change(change.getKey(), change.getValue());
			}
		} catch (StarfishException e) {
			panel.showTrouble(e.getMessage());
		}
	}

	private void startFrom(SynthesisRun shown, Path image) {
		Recipe drawn = recipe.get().orElseThrow();
		new Finding<>(NLS.bind(Messages.StoredPicture_reading, image.getFileName()), owner,
				progress -> drawn.branch(0, Map.of()).withStart(Optional.of(RecipeReferences.to(image, file))),
				started -> ui.execute(() -> startInstead(shown, started)),
				sentence -> ui.execute(() -> panel.showTrouble(sentence))).schedule();
	}

	/** What is drawn now leads to nothing; it is kept as it is. */
	private void startInstead(SynthesisRun shown, Recipe other) {
		if (!shown.isOver()) {
			SynthesisRuns.ofWorkbench().stop(shown);
		}
		start("", picture -> SynthesisRequest.again(other, RecipeText.title(other), shown.request().model(), picture));
	}

	@Override
	public void branch(Still from) {
		SynthesisRun shown = run.get().orElseThrow();
		Recipe drawn = recipe.get().orElseThrow();
		try {
			var dialog = new BranchDialog(site.getShell(), from, drawn.parametersAt(from.step() - 1));
			if (dialog.open() == Window.OK) {
				Checkpoint begin = shown.film().branch(drawn, from.step(), dialog.values());
				start("-branch", picture -> SynthesisRequest.from(begin, RecipeText.title(drawn), shown.request().model(), picture));
			}
		} catch (StarfishException e) {
			panel.showTrouble(e.getMessage());
		}
	}

	@Override
	public void export() {
		String stem = file.getFileName().toString().replaceFirst("(?i)\\.png$", "");
		List<RgbImage> pictures = run.get().orElseThrow().film().stills().stream().map(Still::picture).toList();
		new AnimationExport(site.getShell(), owner, sentence -> ui.execute(() -> panel.showTrouble(sentence)))
				.export(pictures, stem, file.getParent());
	}

	@Override
	public void replay() {
		Recipe drawn = recipe.get().orElseThrow();
		model.whenFound(found -> start("-replay",
				picture -> SynthesisRequest.again(drawn, RecipeText.title(drawn), found, picture)));
	}

	@Override
	public void replayWith() {
		model.transfer(other -> start("-" + other.model().name().replaceFirst("\\.[^.]*$", ""),
				picture -> SynthesisRequest.again(other.recipe(), RecipeText.title(other.recipe()), other.model(), picture)));
	}

	@Override
	public void saveAs() {
		Recipe drawn = recipe.get().orElseThrow();
		RgbImage shown = panel.wholePicture().orElseThrow();
		var dialog = new SaveAsDialog(site.getShell());
		dialog.setOriginalName(file.getFileName().toString());
		if (dialog.open() == Window.OK) {
			IFile copy = ResourcesPlugin.getWorkspace().getRoot().getFile(dialog.getResult());
			Path path = copy.getLocation().toPath();
			new WriteJob(NLS.bind(Messages.AnimationExport_writing, path.getFileName()), owner, () -> {
				RecipeFile.at(path, true).write(shown, new RecipeReferences(drawn, file).movedTo(path));
				AnimationExport.refresh(path);
			}, () -> {
			}, sentence -> ui.execute(() -> panel.showTrouble(sentence))).schedule();
		}
	}

	/**
	 * Starts a picture beside this one, if that is in the workspace.
	 *
	 * @param suffix of its name
	 */
	private void start(String suffix, Function<IFile, SynthesisRequest> request) {
		IFile[] here = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri());
		if (here.length == 0) {
			panel.showTrouble(NLS.bind(Messages.SynthesisEditor_outside, file.getFileName()));
			return;
		}
		String stem = file.getFileName().toString().replaceFirst("(?i)\\.png$", "");
		IFile picture = new FreeNames(here[0].getParent().getFullPath()).take(stem + suffix + ".png");
		SynthesisEditor.start(site.getPage(), List.of(request.apply(picture)));
	}

	@Override
	public void copyCommand() {
		try {
			Recipe drawn = recipe.get().orElseThrow();
			String command = CommandLine.of(drawn, file, RecipeFile.resolve(drawn.model().path(), file));
			var clipboard = new Clipboard(site.getShell().getDisplay());
			clipboard.setContents(new Object[] { command }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		} catch (StarfishException e) {
			panel.showTrouble(e.getMessage());
		}
	}

	@Override
	public void compare() {
		new PictureChooser(site.getShell()).fromWorkspace()
				.ifPresent(other -> ComparisonEditor.open(site.getPage(), file, other));
	}
}
