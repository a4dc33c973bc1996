// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.starfish.ui.OwnedJob;

/** What the other tests rely on: something left behind is found. */
class CleanWorkbenchTest {
	private final CleanWorkbench clean = new CleanWorkbench(Duration.ofMillis(200));

	@BeforeEach
	void begin() throws Exception {
		clean.beforeEach(null);
	}

	@Test
	void nothingLeftBehindIsFine() {
		assertDoesNotThrow(() -> clean.afterEach(null));
	}

	@Test
	void anErrorOfOursInTheLogIsFound() {
		ILog.of(OwnedJob.class).error("the sea is empty");
		assertFound("the sea is empty");
	}

	@Test
	void anErrorOfAnothersThatWeCausedIsFound() {
		ILog.of(Job.class).error("listener failed", new IllegalStateException("ours"));
		assertFound("listener failed");
	}

	@Test
	void anImageThatIsNotDisposedIsFound() {
		var image = new Image(Display.getCurrent(), 8, 8);
		try {
			assertFound("not disposed: Image");
		} finally {
			image.dispose();
		}
	}

	@Test
	void aJobThatStillRunsIsFound() throws InterruptedException {
		Job endless = new OwnedJob("watching the tide", this) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				while (!monitor.isCanceled()) {
					Thread.onSpinWait();
				}
				return Status.CANCEL_STATUS;
			}
		};
		endless.schedule();
		try {
			assertFound("watching the tide");
		} finally {
			endless.cancel();
			endless.join();
		}
	}

	private void assertFound(String what) {
		var failure = assertThrows(AssertionError.class, () -> clean.afterEach(null));
		assertTrue(failure.getMessage().contains(what), failure::getMessage);
	}
}
