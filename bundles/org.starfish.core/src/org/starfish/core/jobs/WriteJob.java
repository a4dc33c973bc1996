// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.jobs;

import java.util.function.Consumer;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;

/** Writes what a user wants to keep: an exported picture or table, or another preprocessing. */
public final class WriteJob extends CoreJob {
	/** Writes a file. */
	@FunctionalInterface
	public interface Writing {
		/** Writes, whole or not at all. */
		void write() throws StarfishException;
	}

	private final Writing writing;
	private final Runnable written;
	private final Consumer<String> failed;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants it; see {@link CoreJob}
	 * @param written told, on the job's thread, when it is done
	 * @param failed gets the sentence that says why not, on the job's thread
	 */
	public WriteJob(String name, Object owner, Writing writing, Runnable written, Consumer<String> failed) {
		super(name, owner);
		this.writing = writing;
		this.written = written;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		progress.report("", 0);
		writing.write();
		written.run();
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
