// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.progress.IProgressConstants;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.jobs.SynthesisJob;
import org.starfish.core.jobs.SynthesisListener;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.WriteJob;
import org.starfish.core.synthesis.ContactSheet;
import org.starfish.core.synthesis.Frame;
import org.starfish.core.synthesis.Steering;
import org.starfish.core.synthesis.Synthesis;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisRun.State;

/**
 * Pictures that one job draws, one after the other, and what becomes of each. The job writes it; the thread of the user
 * interface steers it, and is told of changes, as often as it keeps up.
 */
public final class SynthesisQueue {
	/** Nanoseconds between two announcements of steps at least. */
	private static final long LEAST_PERIOD = 100_000_000;

	private final Map<Path, SynthesisRun> runs = new LinkedHashMap<>();
	private final Optional<QueueSheet> sheet;
	private final Executor userInterface;
	private final SynthesisRuns owner;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final AtomicBoolean announced = new AtomicBoolean();
	private final QueuePace pace = new QueuePace();
	private volatile Optional<SynthesisRun> current = Optional.empty();
	private long lastAnnouncement;
	private SynthesisJob job;

	/**
	 * @param owner forgets runs, on the thread of the user interface
	 * @param userInterface runs work on that thread, later
	 */
	SynthesisQueue(List<SynthesisRun> runs, Optional<QueueSheet> sheet, SynthesisRuns owner, Executor userInterface) {
		runs.forEach(run -> this.runs.put(run.request().path(), run));
		this.sheet = sheet;
		this.owner = owner;
		this.userInterface = userInterface;
	}

	/** Begins to draw pictures that somebody wants now. */
	void begin(SynthesisOrders orders) {
		begin(new SynthesisJob(name(), this, SharedNetworks.get(), models -> {
			try {
				List<SynthesisOrder> made = orders.of(
						all().filter(run -> !run.isOver()).map(SynthesisRun::request).toList(), models);
				writeSheet();
				return made;
			} catch (StarfishException e) {
				all().forEach(run -> failed(run, e.getMessage()));
				throw e;
			}
		}, new Drawing()));
	}

	/** Goes on with pictures that were wanted before. */
	void goOn(List<SynthesisOrder> orders) {
		begin(new SynthesisJob(name(), this, SharedNetworks.get(), orders, new Drawing()));
	}

	private void begin(SynthesisJob begun) {
		job = begun;
		job.setProperty(IProgressConstants.ACTION_PROPERTY, new ShowAction(this));
		job.addJobChangeListener(new JobChangeAdapter() {
			@Override
			public void done(IJobChangeEvent event) {
				if (!job.isSuspended()) {
					IStatus result = event.getResult();
					if (!result.isOK() && !result.matches(IStatus.CANCEL)) {
						all().forEach(run -> failed(run, result.getMessage()));
					}
					drop(all().toList());
				}
				userInterface.execute(() -> owner.ended(SynthesisQueue.this));
			}
		});
		job.schedule();
	}

	private String name() {
		SynthesisRequest first = runs.values().iterator().next().request();
		return runs.size() == 1 ? NLS.bind(Messages.SynthesisQueue_one, first.label(), first.model().name())
				: NLS.bind(Messages.SynthesisQueue_several, runs.size(), first.model().name());
	}

	private Stream<SynthesisRun> all() {
		return runs.values().stream();
	}

	/** The pictures of this session, in their order. */
	List<SynthesisRun> runs() {
		return List.copyOf(runs.values());
	}

	/** The run that draws a picture, or has drawn it in this session. */
	public Optional<SynthesisRun> run(Path picture) {
		return Optional.ofNullable(runs.get(picture));
	}

	/** The picture that is being drawn. */
	public Optional<SynthesisRun> current() {
		return current.filter(run -> !run.isOver());
	}

	/** What the sheet lists by now, also pictures of former sessions; nothing if there is no sheet. */
	public ContactSheet sheet() {
		return sheet.map(QueueSheet::content).orElseGet(() -> new ContactSheet(List.of()));
	}

	/** The file of the sheet; none for a single picture. */
	public Optional<IFile> sheetFile() {
		return sheet.map(QueueSheet::file);
	}

	/** Whether nothing is being drawn any more. */
	public boolean isOver() {
		return all().allMatch(SynthesisRun::isOver);
	}

	/** Whether the program ends, so that what is not over goes on with its next start. */
	boolean isSuspended() {
		return job.isSuspended();
	}

	/** Seconds to the end of the last picture, if that is known. */
	public Optional<Double> secondsLeft() {
		int waiting = (int) all().filter(run -> run.state() == State.WAITING).count();
		return pace.secondsLeft(current().flatMap(SynthesisRun::advance).flatMap(SynthesisRun.Advance::secondsLeft), waiting,
				System.nanoTime());
	}

	/** Adds somebody to be told of changes, on the thread of the user interface. */
	public void addListener(Runnable listener) {
		listeners.add(listener);
	}

	/** The listener is told no more. */
	public void removeListener(Runnable listener) {
		listeners.remove(listener);
	}

	/** Whether somebody looks at it. */
	boolean isWatched() {
		return !listeners.isEmpty();
	}

	private void announce() {
		if (!listeners.isEmpty() && !announced.getAndSet(true)) {
			userInterface.execute(() -> {
				announced.set(false);
				listeners.forEach(Runnable::run);
			});
		}
	}

	/** Whether it is held. */
	public boolean isPaused() {
		return steered().filter(run -> run.steering().isPaused()).isPresent();
	}

	/** Holds it before its next step. */
	public void pause() {
		Optional<SynthesisRun> paused;
		do {
			// Another picture may begin meanwhile.
			paused = steered();
			paused.ifPresent(run -> run.steering().pause());
		} while (!paused.equals(steered()));
		announce();
	}

	/** Lets it go on. */
	public void resume() {
		steered().ifPresent(run -> run.steering().resume());
		announce();
	}

	private Optional<SynthesisRun> steered() {
		return current().or(() -> all().filter(run -> !run.isOver()).findFirst());
	}

	/** Stops a run, or takes it out if it has not begun. The others go on. */
	public void stop(SynthesisRun run) {
		if (run.state() == State.RUNNING) {
			run.steering().stop();
			// The next one does not begin paused.
			run.steering().resume();
		} else {
			remove(List.of(run));
		}
	}

	/** Takes out all that have not begun. */
	public void removeWaiting() {
		remove(all().filter(run -> run.state() == State.WAITING).toList());
	}

	/** Stops the picture that is being drawn, keeps it, and draws no others. */
	public void stop() {
		job.cancel();
	}

	private void remove(Collection<SynthesisRun> waiting) {
		drop(waiting);
		if (isOver()) {
			job.cancel();
			return;
		}
		List<Path> pictures = waiting.stream().map(run -> run.request().path()).toList();
		new WriteJob(Messages.SynthesisQueue_remove, this, () -> {
			job.drop(pictures);
			writeSheet();
		}, () -> {
		}, ILog.get()::warn).schedule();
	}

	private void drop(Collection<SynthesisRun> unwanted) {
		List<SynthesisRun> dropped = unwanted.stream().filter(run -> !run.isOver()).toList();
		if (!dropped.isEmpty()) {
			sheet.ifPresent(pictures -> pictures.remove(dropped.stream().map(run -> run.request().path()).toList()));
			dropped.forEach(run -> {
				run.failed(Messages.SynthesisQueue_dropped);
				owner.over(run);
			});
			announce();
		}
	}

	private void failed(SynthesisRun run, String sentence) {
		if (!run.isOver()) {
			sheet.ifPresent(pictures -> pictures.failed(run.request().path(), sentence));
			run.failed(sentence);
			owner.over(run);
			announce();
		}
	}

	/** Writes the sheet as it is now; pictures are worth more than their list. */
	void writeSheet() {
		if (sheet.isPresent()) {
			try {
				sheet.get().write();
			} catch (StarfishException e) {
				ILog.get().warn(e.getMessage(), e);
			}
		}
	}

	/** Sees the pictures grow. */
	private final class Drawing implements SynthesisListener {
		@Override
		public Steering beginning(SynthesisOrder order) {
			SynthesisRun run = of(order);
			if (run.isOver()) {
				// Taken out just as its turn came.
				var none = new Steering();
				none.stop();
				return none;
			}
			Optional<SynthesisRun> last = current;
			run.begun(order.from().checkpoint().recipe());
			current = Optional.of(run);
			if (last.isPresent() && last.get().steering().isPaused()) {
				run.steering().pause();
			}
			pace.begin(System.nanoTime());
			announce();
			return run.steering();
		}

		@Override
		public void stepped(SynthesisOrder order, Frame frame) {
			SynthesisRun run = of(order);
			long time = System.nanoTime();
			run.stepped(frame, time);
			if (run.steering().isPaused()) {
				pace.hold();
				announce();
			} else if (time - lastAnnouncement > LEAST_PERIOD) {
				lastAnnouncement = time;
				announce();
			}
		}

		@Override
		public void finished(SynthesisOrder order, Synthesis synthesis) {
			SynthesisRun run = of(order);
			pace.end(System.nanoTime());
			refresh(run.request());
			sheet.ifPresent(pictures -> pictures.drawn(run.request().path(), ContactSheet.Result.of(synthesis)));
			writeSheet();
			run.ended(synthesis);
			owner.over(run);
			announce();
		}

		@Override
		public void dropped(SynthesisOrder order) {
			drop(List.of(of(order)));
			writeSheet();
		}

		@Override
		public void failed(SynthesisOrder order, String sentence) {
			SynthesisQueue.this.failed(of(order), sentence);
			writeSheet();
		}

		private SynthesisRun of(SynthesisOrder order) {
			return runs.get(order.from().picture());
		}
	}

	/** Shows in the workspace what was written. */
	private static void refresh(SynthesisRequest request) {
		IFile picture = request.picture();
		IPath recipe = picture.getFullPath().removeLastSegments(1)
				.append(RecipeFile.beside(request.path()).getFileName().toString());
		try {
			for (IFile file : List.of(ResourcesPlugin.getWorkspace().getRoot().getFile(recipe), picture)) {
				file.refreshLocal(IResource.DEPTH_ZERO, null);
			}
		} catch (CoreException e) {
			ILog.get().warn(NLS.bind(Messages.SynthesisQueue_refresh, picture.getFullPath(), e.getMessage()), e);
		}
	}
}
