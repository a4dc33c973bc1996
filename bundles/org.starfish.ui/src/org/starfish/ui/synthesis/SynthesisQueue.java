// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.jobs.SynthesisListener;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.WriteJob;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.RecipeFile;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;

/** Pictures that one job draws, one after the other, and what becomes of each. */
final class SynthesisQueue implements SynthesisListener {
	private final Map<Path, SynthesisRun> runs = new LinkedHashMap<>();
	private final Consumer<SynthesisRun> over;
	private SynthesisJob job;

	/**
	 * @param over gets each run when it is over, on any thread
	 */
	SynthesisQueue(List<SynthesisRun> runs, Consumer<SynthesisRun> over) {
		runs.forEach(run -> this.runs.put(run.request().path(), run));
		this.over = over;
	}

	/** Begins to draw pictures that somebody wants now. */
	void begin(SynthesisOrders orders) {
		begin(new SynthesisJob(name(), this, SharedNetworks.get(), models -> {
			try {
				return orders.of(runs.values().stream().filter(run -> !run.isOver()).map(SynthesisRun::request).toList(),
						models);
			} catch (StarfishException e) {
				runs.values().forEach(run -> failed(run, e.getMessage()));
				throw e;
			}
		}, this));
	}

	/** Goes on with pictures that were wanted before. */
	void goOn(List<SynthesisOrder> orders) {
		begin(new SynthesisJob(name(), this, SharedNetworks.get(), orders, this));
	}

	private void begin(SynthesisJob begun) {
		job = begun;
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (job.isSuspended()) {
					runs.values().forEach(over);
				} else {
					runs.values().forEach(SynthesisQueue.this::drop);
				}
			}
		});
		job.schedule();
	}

	/** Whether the program ends, so that what is not over goes on with its next start. */
	boolean isSuspended() {
		return job.isSuspended();
	}

	private String name() {
		SynthesisRequest first = runs.values().iterator().next().request();
		return runs.size() == 1 ? NLS.bind(Messages.SynthesisQueue_one, first.label(), first.model().name())
				: NLS.bind(Messages.SynthesisQueue_several, runs.size(), first.model().name());
	}

	/** Stops a run, or takes it out if it has not begun. The others go on. */
	void stop(SynthesisRun run) {
		if (run.state() == SynthesisRun.State.RUNNING) {
			run.steering().stop();
			return;
		}
		drop(run);
		if (runs.values().stream().allMatch(SynthesisRun::isOver)) {
			job.cancel();
		} else {
			Path picture = run.request().path();
			new WriteJob(Messages.SynthesisQueue_drop, this, () -> job.drop(List.of(picture)), () -> {
			}, sentence -> {
			}).schedule();
		}
	}

	@Override
	public Steering beginning(SynthesisOrder order) {
		SynthesisRun run = of(order);
		run.begun(order.from().checkpoint().recipe());
		return run.steering();
	}

	@Override
	public void stepped(SynthesisOrder order, Frame frame) {
		of(order).stepped(frame, System.nanoTime());
	}

	@Override
	public void finished(SynthesisOrder order, Synthesis synthesis) {
		SynthesisRun run = of(order);
		refresh(run.request());
		run.ended(synthesis);
		over.accept(run);
	}

	@Override
	public void dropped(SynthesisOrder order) {
		drop(of(order));
	}

	@Override
	public void failed(SynthesisOrder order, String sentence) {
		failed(of(order), sentence);
	}

	private SynthesisRun of(SynthesisOrder order) {
		return runs.get(order.from().picture());
	}

	private void drop(SynthesisRun run) {
		failed(run, Messages.SynthesisQueue_dropped);
	}

	private void failed(SynthesisRun run, String sentence) {
		if (!run.isOver()) {
			run.failed(sentence);
			over.accept(run);
		}
	}

	/** Shows in the workspace what was written. */
	private static void refresh(SynthesisRequest request) {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		IFile picture = request.picture();
		IPath recipe = picture.getFullPath().removeLastSegments(1)
				.append(RecipeFile.beside(request.path()).getFileName().toString());
		try {
			for (IFile file : Stream.of(root.getFile(recipe), picture).toList()) {
				file.refreshLocal(IResource.DEPTH_ZERO, null);
			}
		} catch (CoreException e) {
			ILog.get().warn(NLS.bind(Messages.SynthesisQueue_refresh, picture.getFullPath(), e.getMessage()), e);
		}
	}
}
