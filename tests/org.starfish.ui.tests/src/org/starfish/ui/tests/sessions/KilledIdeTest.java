// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.Progress;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.jobs.SynthesisOrder;
import org.starfish.core.jobs.SynthesisStore;
import org.starfish.core.model.OpenNetwork;
import org.starfish.core.synthesis.GradientAscent;
import org.starfish.core.synthesis.StepListener;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.sessions.SessionStartup.Session;

/** An IDE that is closed, and one that is killed from outside, while it draws a picture. */
@Tag("slow")
class KilledIdeTest {
	private static final Duration LONG = Duration.ofSeconds(180);

	@TempDir
	private Path folder;

	@Test
	void closedAndKilledItGoesOnWithItsPicture() throws Exception {
		var ide = new IdeProcess(folder);
		Path picture = ide.workspace().resolve(SessionStartup.PROJECT).resolve(SessionStartup.PICTURE);

		// It is closed in the middle of it.
		Process first = ide.start(Session.ASK_AND_CLOSE);
		awaitEnd(ide, first);
		assertEquals(0, first.exitValue(), ide.output());
		assertShowsItGrow(ide);
		assertFalse(Files.exists(picture));
		int closedAt = step(ide);
		assertTrue(closedAt > 0);

		// Killed after its first checkpoint.
		Process second = ide.start(Session.LOOK);
		try {
			await(ide, "another checkpoint", () -> step(ide) > closedAt || !second.isAlive());
			assertTrue(second.isAlive(), ide.output());
			await(ide, "the report", () -> Files.exists(ide.workspace().resolve(SessionStartup.REPORT)));
		} finally {
			second.destroyForcibly().waitFor();
		}
		assertShowsItGrow(ide);
		assertFalse(Files.exists(picture));
		assertTrue(step(ide) > closedAt);

		// And goes on to the end.
		Process third = ide.start(Session.LOOK_AND_CLOSE);
		awaitEnd(ide, third);
		assertShowsItGrow(ide);
		assertEquals(List.of(), unfinished(ide));

		Recipe recipe = RecipeFile.read(picture);
		assertTrue(recipe.stoppedAfter().isEmpty());
		try (OpenNetwork network = SharedNetworks.get().open(picture.resolveSibling("tidepool.zip"), Progress.NONE)) {
			assertEquals(new GradientAscent(network.network(), network::plan)
					.run(recipe, Optional.empty(), StepListener.NONE).picture(), ImageReader.read(picture));
		}
	}

	private static void await(IdeProcess ide, String what, BooleanSupplier condition) throws IOException {
		try {
			Ui.until(what, LONG, condition);
		} catch (AssertionError e) {
			throw new AssertionError(e.getMessage() + '\n' + ide.output(), e);
		}
	}

	private static void awaitEnd(IdeProcess ide, Process process) throws Exception {
		try {
			await(ide, "the session to end", () -> !process.isAlive());
		} finally {
			process.destroyForcibly().waitFor();
		}
	}

	/** The editor that the session has opened, or that its workbench has opened again. */
	private static void assertShowsItGrow(IdeProcess ide) throws IOException {
		Path report = ide.workspace().resolve(SessionStartup.REPORT);
		assertTrue(Files.exists(report), ide.output());
		String text = Files.readString(report);
		assertTrue(text.startsWith("a.png\n") && text.contains(" of 200"), text);
		Files.delete(report);
	}

	private static List<List<SynthesisOrder>> unfinished(IdeProcess ide) throws StarfishException {
		return new SynthesisStore(ide.workspace().resolve(".metadata/.plugins/org.starfish.ui/syntheses"))
				.unfinished(sentence -> {
					throw new AssertionError(sentence);
				});
	}

	/** How many steps of the picture are in its last checkpoint. */
	private static int step(IdeProcess ide) {
		try {
			return unfinished(ide).get(0).get(0).from().checkpoint().step();
		} catch (StarfishException e) {
			throw new AssertionError(e);
		}
	}
}
