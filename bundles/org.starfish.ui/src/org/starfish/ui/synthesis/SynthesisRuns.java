// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.SynthesisStore;
import org.starfish.core.jobs.WriteJob;

/**
 * The syntheses of this session, by the pictures that they draw: those that are begun now, and those that were not finished
 * when the last session ended, which go on by themselves. For the thread of the user interface.
 */
public final class SynthesisRuns {
	private static final String FOLDER = "syntheses";

	/** Made when it is asked for first. */
	private static final class Holder {
		static final SynthesisRuns WORKBENCH = new SynthesisRuns(PlatformUI.getWorkbench());
	}

	private final Display display;
	private final SynthesisStore store;
	private final Map<Path, SynthesisRun> runs = new HashMap<>();
	/** By the files of their sheets. */
	private final Map<Path, SynthesisQueue> queues = new HashMap<>();
	/** What waits until it is known what was not finished; empty once it is. */
	private Optional<List<Runnable>> waiting = Optional.empty();

	private SynthesisRuns(IWorkbench workbench) {
		display = workbench.getDisplay();
		store = new SynthesisStore(Platform.getStateLocation(FrameworkUtil.getBundle(getClass())).append(FOLDER).toPath());
		workbench.addWorkbenchListener(new IWorkbenchListener() {
			@Override
			public boolean preShutdown(IWorkbench closing, boolean forced) {
				return true;
			}

			/** When nobody can refuse any more. */
			@Override
			public void postShutdown(IWorkbench closed) {
				SynthesisJob.suspendAll();
			}
		});
		resume();
	}

	/** Those of the workbench. The first call lets unfinished ones go on. */
	public static SynthesisRuns ofWorkbench() {
		return Holder.WORKBENCH;
	}

	/** Goes on with what is stored as unfinished and not being drawn. */
	public void resume() {
		if (waiting.isEmpty()) {
			waiting = Optional.of(new ArrayList<>());
			new ResumeJob(store, unfinished -> later(() -> {
				unfinished.forEach(this::goOn);
				known();
			})).schedule();
		}
	}

	private void goOn(ResumeJob.Unfinished unfinished) {
		List<SynthesisRun> resumed = new ArrayList<>();
		List<SynthesisOrder> orders = new ArrayList<>();
		for (ResumeJob.UnfinishedPicture picture : unfinished.pictures()) {
			// One that was wanted in the meantime may be in the store already.
			if (!runs.containsKey(picture.request().path())) {
				resumed.add(new SynthesisRun(picture.request(), this::later));
				orders.add(picture.order());
			}
		}
		if (!resumed.isEmpty()) {
			queue(resumed, unfinished.sheet()).goOn(orders);
		}
	}

	private void known() {
		List<Runnable> all = waiting.orElseThrow();
		waiting = Optional.empty();
		all.forEach(Runnable::run);
	}

	/** Does something as soon as it is known what the last session has left; at once, as a rule. */
	public void whenKnown(Runnable work) {
		waiting.ifPresentOrElse(all -> all.add(work), work);
	}

	/**
	 * Begins to draw pictures, one after the other, in a job.
	 *
	 * @return the queue that they form; empty if there are none
	 */
	public Optional<SynthesisQueue> start(List<SynthesisRequest> requests) {
		if (requests.isEmpty()) {
			return Optional.empty();
		}
		Optional<QueueSheet> sheet = requests.size() == 1 ? Optional.empty()
				: Optional.of(QueueSheet.of(requests, queues::containsKey));
		SynthesisQueue queue = queue(requests.stream().map(request -> new SynthesisRun(request, this::later)).toList(), sheet);
		queue.begin(new SynthesisOrders(store));
		return Optional.of(queue);
	}

	private SynthesisQueue queue(List<SynthesisRun> drawn, Optional<QueueSheet> sheet) {
		var queue = new SynthesisQueue(drawn, sheet, this, this::later);
		for (SynthesisRun run : drawn) {
			run.queue(queue);
			runs.put(run.request().path(), run);
		}
		sheet.ifPresent(file -> queues.put(file.path(), queue));
		return queue;
	}

	/** A run is over. From any thread. */
	void over(SynthesisRun run) {
		later(() -> forget(run));
	}

	/** Nothing of a queue is drawn any more. */
	void ended(SynthesisQueue queue) {
		queue.runs().forEach(this::forget);
		if (queue.isSuspended()) {
			queues.values().remove(queue);
		} else {
			forget(queue);
			if (queue.sheetFile().isPresent()) {
				new WriteJob(Messages.SynthesisQueue_remove, queue, queue::writeSheet, () -> {
				}, ILog.get()::warn).schedule();
			}
		}
	}

	private void later(Runnable work) {
		if (!display.isDisposed()) {
			display.asyncExec(work);
		}
	}

	/** The run that draws a picture, or has drawn it. */
	public Optional<SynthesisRun> of(Path picture) {
		return Optional.ofNullable(runs.get(picture));
	}

	/** The queue whose pictures a sheet lists, if it is drawn in this session. */
	public Optional<SynthesisQueue> queue(Path sheet) {
		return Optional.ofNullable(queues.get(sheet));
	}

	/** Whether a picture will come to lie at a place where there is nothing yet. */
	public boolean isPromised(IFile picture) {
		return of(picture.getLocation().toPath()).filter(run -> !run.isOver()).isPresent();
	}

	/** Stops a run; its picture is kept. */
	public void stop(SynthesisRun run) {
		run.queue().stop(run);
	}

	/** Forgets a run that is over, unless somebody looks at it. */
	public void forget(SynthesisRun run) {
		if (run.isUseless()) {
			runs.remove(run.request().path(), run);
			run.release();
		}
	}

	/** Forgets a queue that is over, unless somebody looks at it. */
	public void forget(SynthesisQueue queue) {
		if (queue.isOver() && !queue.isWatched()) {
			queues.values().remove(queue);
		}
	}
}
