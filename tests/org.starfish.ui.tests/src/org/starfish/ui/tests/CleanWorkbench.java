// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IViewReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.starfish.ui.OwnedJob;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/**
 * Gives each test the window as after a first start, and an empty workspace. Closes everything afterwards, and fails a
 * test that left something behind: an entry of ours in the error log, a job of ours that still runs or waits, an SWT
 * resource of ours that is not disposed. A test method may ask for a {@link WorkbenchPage}.
 */
public final class CleanWorkbench implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
	private static final String OURS = "org.starfish.";

	private final Duration patience;
	private final List<IStatus> logged = new CopyOnWriteArrayList<>();
	private final ILogListener log = (status, plugin) -> logged.add(status);

	/** For tests: jobs get 60 seconds to end. */
	public CleanWorkbench() {
		this(Duration.ofSeconds(60));
	}

	/**
	 * @param patience how long jobs get to end after everything was closed
	 */
	CleanWorkbench(Duration patience) {
		this.patience = patience;
	}

	@Override
	public void beforeEach(ExtensionContext context) throws CoreException {
		clear();
		logged.clear();
		Platform.addLogListener(log);
		new WorkbenchPage().reset();
	}

	@Override
	public void afterEach(ExtensionContext context) throws CoreException {
		var left = new ArrayList<String>();
		try {
			closeAll();
			Ui.until("jobs of ours to end: " + jobs(), patience, () -> jobs().isEmpty());
			clear();
			Ui.settle();
		} catch (AssertionError e) {
			left.add(e.getMessage());
		} finally {
			Platform.removeLogListener(log);
		}
		logged.stream().filter(CleanWorkbench::isOurs).map(status -> "logged: " + status + trace(status.getException()))
				.forEach(left::add);
		TrackedResources.ofOurs(Display.getCurrent()).stream().map(resource -> "not disposed: " + resource)
				.forEach(left::add);
		if (!left.isEmpty()) {
			throw new AssertionError("The test left behind:\n" + String.join("\n", left));
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return parameter.getParameter().getType() == WorkbenchPage.class;
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return new WorkbenchPage();
	}

	private static void closeAll() {
		for (Shell shell : Display.getCurrent().getShells()) {
			if (!shell.isDisposed() && shell.getParent() != null) {
				shell.close();
			}
		}
		var window = new WorkbenchPage();
		window.page().closeAllEditors(false);
		for (IViewReference view : window.page().getViewReferences()) {
			if (view.getId().startsWith(OURS)) {
				window.page().hideView(view);
			}
		}
		Ui.settle();
	}

	/** Deletes all projects. */
	private static void clear() throws CoreException {
		IWorkspace workspace = ResourcesPlugin.getWorkspace();
		for (IProject project : workspace.getRoot().getProjects()) {
			project.delete(true, true, new NullProgressMonitor());
		}
	}

	private static List<String> jobs() {
		return Stream.of(Job.getJobManager().find(null))
				.filter(job -> job.belongsTo(OwnedJob.FAMILY) || job.getClass().getName().startsWith(OURS))
				.map(Job::getName).toList();
	}

	private static boolean isOurs(IStatus status) {
		return status.getSeverity() >= IStatus.WARNING
				&& (status.getPlugin().startsWith(OURS) || trace(status.getException()).contains("at " + OURS))
				|| Stream.of(status.getChildren()).anyMatch(CleanWorkbench::isOurs);
	}

	private static String trace(Throwable exception) {
		var text = new StringBuilder();
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			text.append('\n').append(cause);
			for (StackTraceElement frame : cause.getStackTrace()) {
				text.append("\n\tat ").append(frame);
			}
		}
		return text.toString();
	}
}
