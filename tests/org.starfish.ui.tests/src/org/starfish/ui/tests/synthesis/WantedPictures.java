// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.examples.ExampleProject;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Requests for pictures of Tidepool, in a project of the workspace. */
final class WantedPictures {
	/** Three octaves of six steps. */
	static final Parameters SHORT = Presets.LUCID.parameters().with(Parameter.STEPS, 6).with(Parameter.OCTAVES, 3)
			.with(Parameter.SIZE, 32);
	private static final String FOLDER = "synthesized/units";

	private final IProject project;

	/** Makes the example project. */
	WantedPictures() throws CoreException {
		var example = new ExampleProject("tidepool");
		example.create(new NullProgressMonitor());
		project = example.project();
	}

	/** The model. */
	IFile model() {
		return project.getFile("tidepool.zip");
	}

	/** Where a picture lies in the workspace. */
	IFile file(String name) {
		return project.getFile(FOLDER + '/' + name);
	}

	/** Where a picture lies in the file system. */
	Path path(String name) {
		return file(name).getLocation().toPath();
	}

	/** A picture of a unit. */
	SynthesisRequest request(String name, String unit, Parameters parameters) throws StarfishException {
		return new SynthesisRequest(ModelLocation.of(model()).orElseThrow(), new Target.OfUnit(UnitAddress.parse(unit)), unit,
				"lucid", parameters, 3, file(name));
	}

	/** Pictures of the first channels of a layer, named {@code 0.png} and so on. */
	List<SynthesisRequest> channels(String layer, int count, Parameters parameters) {
		return IntStream.range(0, count).mapToObj(channel -> {
			try {
				return request(channel + ".png", layer + ":" + channel, parameters);
			} catch (StarfishException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	/** The jobs that draw pictures. */
	static List<Job> jobs() {
		return List.of(Job.getJobManager().find(SynthesisJob.class));
	}

	/** Starts to draw, and holds one of the pictures after some steps. */
	static SynthesisRun startAndHold(WorkbenchPage window, List<SynthesisRequest> requests, int held, int steps) {
		// So that no step is taken before it is held.
		Job.getJobManager().suspend();
		SynthesisEditor.start(window.page(), requests);
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(requests.get(held).path()).orElseThrow();
		for (int step = 0; step < steps; step++) {
			run.steering().step();
		}
		Job.getJobManager().resume();
		Ui.until("step " + steps, Duration.ofSeconds(120), () -> run.trace().steps().count() == steps);
		return run;
	}
}
