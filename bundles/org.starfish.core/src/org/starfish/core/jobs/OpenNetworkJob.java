// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.model.OpenNetworks;

/** Opens a model. */
public final class OpenNetworkJob extends CoreJob {
	private final OpenNetworks networks;
	private final Path file;
	private final Progress watcher;
	private final Consumer<OpenNetwork> opened;
	private final Consumer<String> failed;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants the model; see {@link CoreJob}
	 * @param opened gets the model, on the job's thread, and has to close it, even if nobody wants it any more
	 * @param failed gets the sentence that says why not, on the job's thread
	 */
	public OpenNetworkJob(String name, Object owner, OpenNetworks networks, Path file, Consumer<OpenNetwork> opened,
			Consumer<String> failed) {
		this(name, owner, networks, file, Progress.NONE, opened, failed);
	}

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants the model; see {@link CoreJob}
	 * @param watcher told, on the job's thread, how far the loading is, to be shown in place
	 * @param opened gets the model, on the job's thread, and has to close it, even if nobody wants it any more
	 * @param failed gets the sentence that says why not, on the job's thread
	 */
	public OpenNetworkJob(String name, Object owner, OpenNetworks networks, Path file, Progress watcher,
			Consumer<OpenNetwork> opened, Consumer<String> failed) {
		super(name, owner);
		this.networks = networks;
		this.file = file;
		this.watcher = watcher;
		this.opened = opened;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		OpenNetwork network = networks.open(file, (task, fraction) -> {
			progress.report(task, fraction);
			watcher.report(task, fraction);
		});
		try {
			progress.report("", 1);
		} catch (CancellationException e) {
			network.close();
			throw e;
		}
		opened.accept(network);
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
