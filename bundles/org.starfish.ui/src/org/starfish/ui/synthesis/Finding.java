// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis;

import java.util.function.Consumer;

import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.jobs.CoreJob;

/** Finds out something that takes reading files or asking networks. */
public final class Finding<T> extends CoreJob {
	/** What is to be found out. */
	@FunctionalInterface
	public interface Question<T> {
		/** Finds it out, on the job's thread. */
		T answer(Progress progress) throws StarfishException;
	}

	private final Question<T> question;
	private final Consumer<T> found;
	private final Consumer<String> failed;

	/**
	 * @param name for the user's eyes
	 * @param owner the part that wants to know; see {@link CoreJob}
	 * @param found gets the answer, on the job's thread
	 * @param failed gets the sentence that says why there is none, on the job's thread
	 */
	public Finding(String name, Object owner, Question<T> question, Consumer<T> found, Consumer<String> failed) {
		super(name, owner);
		this.question = question;
		this.found = found;
		this.failed = failed;
	}

	@Override
	protected void work(Progress progress) throws StarfishException {
		found.accept(question.answer(progress));
	}

	@Override
	protected void failed(String sentence) {
		failed.accept(sentence);
	}
}
