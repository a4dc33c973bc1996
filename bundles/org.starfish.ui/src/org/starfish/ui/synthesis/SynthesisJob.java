// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.CoreJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.Recipe;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.core.synthesis.Synthesis;

/** Draws one picture and writes it into the workspace. Cancelled, it keeps what was reached. */
final class SynthesisJob extends CoreJob {
	private final SynthesisRun run;

	/**
	 * @param run told how it goes; also the owner of the job
	 */
	SynthesisJob(SynthesisRun run) {
		super(NLS.bind(Messages.SynthesisJob_name, run.request().label(), run.request().model().name()), run);
		this.run = run;
		setPriority(LONG);
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		SynthesisRequest request = run.request();
		try (OpenNetwork network = SharedNetworks.get().open(request.model().path(), progress)) {
			makeFolder(request);
			RecipeFile files = RecipeFile.at(request.path(), false);
			Recipe recipe = request.recipe(network.model());
			run.begun(recipe);
			Synthesis synthesis = new GradientAscent(network.network()).run(recipe, Optional.empty(), run.steering(), frame -> {
				run.stepped(frame, System.nanoTime());
				progress.report(NLS.bind(Messages.SynthesisJob_step, frame.step(), frame.total()),
						(double) frame.step() / frame.total());
			});
			files.write(synthesis.picture(), synthesis.recipe());
			run.ended(synthesis);
			refresh(request);
		} catch (CancellationException e) {
			run.failed(Messages.SynthesisJob_cancelled);
			throw e;
		}
	}

	private static void makeFolder(SynthesisRequest request) throws StarfishException {
		try {
			if (request.picture().getParent() instanceof IFolder folder) {
				make(folder);
			}
		} catch (CoreException e) {
			throw new StarfishException(NLS.bind(Messages.SynthesisJob_folder,
					request.picture().getParent().getFullPath().makeRelative(), e.getMessage()), e);
		}
	}

	private static void make(IFolder folder) throws CoreException {
		folder.refreshLocal(IResource.DEPTH_ZERO, null);
		if (!folder.exists()) {
			if (folder.getParent() instanceof IFolder parent) {
				make(parent);
			}
			folder.create(true, true, null);
		}
	}

	private static void refresh(SynthesisRequest request) throws StarfishException {
		try {
			request.picture().getParent().refreshLocal(IResource.DEPTH_ONE, null);
		} catch (CoreException e) {
			throw new StarfishException(NLS.bind(Messages.SynthesisJob_refresh, request.picture().getFullPath(), e.getMessage()),
					e);
		}
	}

	/** One that is paused would not notice. */
	@Override
	protected void canceling() {
		run.steering().stop();
	}

	@Override
	protected void failed(String sentence) {
		run.failed(sentence);
	}
}
