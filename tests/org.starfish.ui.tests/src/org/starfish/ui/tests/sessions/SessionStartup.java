// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.sessions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;
import org.starfish.core.StarfishException;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.examples.ExampleProject;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.synthesis.SynthesisRequest;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** What the user does in the sessions of an {@link IdeProcess}. In all other workbenches it does nothing. */
public final class SessionStartup implements IStartup {
	/** Names the session. */
	static final String PROPERTY = "starfish.tests.session";
	static final String PROJECT = "tidepool";
	static final String PICTURE = "a.png";
	/** Where a session says what its editor shows, in the workspace. */
	static final String REPORT = "report.txt";
	private static final int STEPS = 100;
	private static final int FIRST_STEPS = 10;
	/** Milliseconds from step to step, so that however fast it is there is time to close or kill it. */
	private static final int CRAWL = 60;

	/** What is done. */
	enum Session {
		/** Asks for a picture, and closes the window when it has grown for some steps. */
		ASK_AND_CLOSE,
		/** Looks at what is open, and says so when it grows. */
		LOOK,
		/** The same, and closes the window when the picture is finished. */
		LOOK_AND_CLOSE
	}

	@Override
	public void earlyStartup() {
		String name = System.getProperty(PROPERTY);
		if (name != null) {
			Session session = Session.valueOf(name);
			IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(PROJECT);
			try {
				if (session == Session.ASK_AND_CLOSE) {
					new ExampleProject(PROJECT).create(new NullProgressMonitor());
				}
			} catch (CoreException e) {
				throw new IllegalStateException(e);
			}
			later(() -> begin(session, project));
		}
	}

	private static void later(Runnable work) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(work);
	}

	private static void begin(Session session, IProject project) {
		try {
			if (session == Session.ASK_AND_CLOSE) {
				var request = new SynthesisRequest(ModelLocation.of(project.getFile("tidepool.zip")).orElseThrow(),
						new Target.OfUnit(UnitAddress.parse("prob:2")), "prob:2", "lucid", Presets.LUCID.parameters()
								.with(Parameter.STEPS, STEPS).with(Parameter.OCTAVES, 2).with(Parameter.SIZE, 64),
						3, project.getFile(PICTURE));
				SynthesisEditor.start(new WorkbenchPage().page(), List.of(request));
			}
			Path picture = project.getFile(PICTURE).getLocation().toPath();
			SynthesisRuns.ofWorkbench().whenKnown(() -> {
				SynthesisRun run = SynthesisRuns.ofWorkbench().of(picture).orElseThrow();
				run.addListener(() -> changed(session, run));
				if (session != Session.LOOK_AND_CLOSE) {
					crawl(run);
				}
			});
		} catch (StarfishException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void crawl(SynthesisRun run) {
		if (!run.isOver()) {
			run.steering().step();
			PlatformUI.getWorkbench().getDisplay().timerExec(CRAWL, () -> crawl(run));
		}
	}

	private static void changed(Session session, SynthesisRun run) {
		try {
			Path report = ResourcesPlugin.getWorkspace().getRoot().getLocation().append(REPORT).toPath();
			if (run.trace().steps().count() > FIRST_STEPS && !Files.exists(report)) {
				var editor = SynthesisEditorPage.active(new WorkbenchPage());
				Files.writeString(report, editor.name() + '\n' + String.join("\n", editor.texts()));
				if (session == Session.ASK_AND_CLOSE) {
					later(PlatformUI.getWorkbench()::close);
				}
			}
			if (session == Session.LOOK_AND_CLOSE && run.isOver()) {
				later(PlatformUI.getWorkbench()::close);
			}
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
