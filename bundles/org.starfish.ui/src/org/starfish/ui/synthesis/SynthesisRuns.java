// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** The syntheses of this session, by the pictures that they draw. For the thread of the user interface. */
public final class SynthesisRuns {
	private static final SynthesisRuns WORKBENCH = new SynthesisRuns();

	private final Map<Path, SynthesisRun> runs = new HashMap<>();

	private SynthesisRuns() {
	}

	/** Those of the workbench. */
	public static SynthesisRuns ofWorkbench() {
		return WORKBENCH;
	}

	/** Begins to draw a picture, in a job. */
	public SynthesisRun start(SynthesisRequest request) {
		Display display = PlatformUI.getWorkbench().getDisplay();
		var run = new SynthesisRun(request, work -> {
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		});
		runs.put(request.path(), run);
		new SynthesisJob(run).schedule();
		return run;
	}

	/** The run that draws a picture, or has drawn it. */
	public Optional<SynthesisRun> of(Path picture) {
		return Optional.ofNullable(runs.get(picture));
	}

	/** Whether a picture will come to lie at a place where there is nothing yet. */
	public boolean isPromised(IFile picture) {
		return of(picture.getLocation().toPath()).filter(run -> !run.isOver()).isPresent();
	}

	/** Stops a run; its picture is kept. */
	public void stop(SynthesisRun run) {
		Job.getJobManager().cancel(run);
	}

	/** Nobody will look at a run that is over any more. */
	public void forget(SynthesisRun run) {
		if (run.isOver()) {
			runs.remove(run.request().path(), run);
		}
	}
}
