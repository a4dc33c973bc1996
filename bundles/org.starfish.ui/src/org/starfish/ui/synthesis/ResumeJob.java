// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.SynthesisStore;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.model.ModelLocation;

/** Finds what the last session has not finished. */
final class ResumeJob extends CoreJob {
	/** A picture to go on with. */
	record UnfinishedPicture(SynthesisRequest request, SynthesisOrder order) {
	}

	/**
	 * What one job was drawing.
	 *
	 * @param sheet that lists the pictures, if there is one
	 */
	record Unfinished(List<UnfinishedPicture> pictures, Optional<QueueSheet> sheet) {
	}

	private final SynthesisStore store;
	private final Consumer<List<Unfinished>> found;

	/**
	 * @param found gets what is to be gone on with, a list for each job, on the job's thread
	 */
	ResumeJob(SynthesisStore store, Consumer<List<Unfinished>> found) {
		super(Messages.ResumeJob_name, store);
		this.store = store;
		this.found = found;
		setSystem(true);
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		List<Unfinished> jobs = new ArrayList<>();
		for (List<SynthesisOrder> orders : store.unfinished(sentence -> ILog.get().warn(sentence))) {
			List<UnfinishedPicture> pictures = new ArrayList<>();
			for (SynthesisOrder order : orders) {
				unfinished(order).ifPresent(pictures::add);
			}
			if (!pictures.isEmpty()) {
				jobs.add(new Unfinished(pictures, sheet(pictures.get(0).request().path())));
			}
		}
		found.accept(jobs);
	}

	/** Empty if the picture's project is closed or gone; then it waits for another start. */
	private static Optional<UnfinishedPicture> unfinished(SynthesisOrder order) throws StarfishException {
		Path picture = order.from().picture();
		Optional<IFile> file = file(picture);
		if (file.isEmpty()) {
			ILog.get().info(NLS.bind(Messages.ResumeJob_outside, picture));
			return Optional.empty();
		}
		Recipe recipe = order.from().checkpoint().recipe();
		Path model = RecipeFile.resolve(recipe.model().path(), picture);
		var location = new ModelLocation(file(model), model);
		String label = recipe.label().orElseGet(() -> file.get().getName());
		return Optional.of(new UnfinishedPicture(SynthesisRequest.again(recipe, label, location, file.get()), order));
	}

	/** The sheet that lies beside a picture and waits for it. */
	private static Optional<QueueSheet> sheet(Path picture) {
		try (Stream<Path> files = Files.list(picture.getParent())) {
			for (Path sheet : files.filter(file -> file.toString().endsWith(ContactSheet.SUFFIX)).sorted().toList()) {
				Optional<ContactSheet> content = content(sheet);
				Optional<ContactSheet.Entry> entry = content
						.flatMap(listed -> listed.entry(RecipeFile.relative(picture, sheet)));
				if (entry.isPresent() && entry.get().result().isEmpty() && entry.get().trouble().isEmpty()) {
					return file(sheet).map(file -> new QueueSheet(file, content.get()));
				}
			}
		} catch (IOException e) {
			// Without its folder, there is no sheet either.
			return Optional.empty();
		}
		return Optional.empty();
	}

	private static Optional<ContactSheet> content(Path sheet) {
		try {
			return Optional.of(ContactSheet.read(sheet));
		} catch (StarfishException e) {
			// Another one, or damaged: whoever opens it is told so.
			return Optional.empty();
		}
	}

	private static Optional<IFile> file(Path path) {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		IFile[] files = root.findFilesForLocationURI(path.toUri());
		return files.length == 0 || !files[0].getProject().isAccessible() ? Optional.empty() : Optional.of(files[0]);
	}

	@Override
	protected void failed(String sentence) {
		ILog.get().warn(sentence);
		found.accept(List.of());
	}
}
