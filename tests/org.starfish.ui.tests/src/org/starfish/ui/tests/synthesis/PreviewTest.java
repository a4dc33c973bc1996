// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.PreviewJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class PreviewTest {
	private static final int LUCID = 8;

	@BeforeEach
	void makeExample() throws CoreException {
		new WizardExample();
	}

	private static int previews() {
		return Job.getJobManager().find(PreviewJob.class).length;
	}

	@Test
	void itGrowsAndBeginsAnewWhenAValueChanges(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:3");
			assertTrue(wizard.promises("1 picture. How long that takes on this machine is measured by the preview."));
			wizard.dialog().press("Next >");
			wizard.set("Steps in each octave", "20").set("Octaves", "2");
			Ui.until("the last step", () -> wizard.promises("Octave 2 of 2, step 40 of 40"));
			RgbImage first = wizard.preview().orElseThrow();
			assertTrue(wizard.promises("1 picture, about "));
			wizard.set("Fourier decay", "2");
			Ui.until("another picture", () -> wizard.promises("Octave 2 of 2, step 40 of 40")
					&& !wizard.preview().orElseThrow().equals(first));
			wizard.set("Fourier decay", "0");
			wizard.set("Fourier decay", "x");
			assertTrue(wizard.complains("'fourierDecay' must be"));
			wizard.dialog().press("Reset to Preset");
			wizard.set("Steps in each octave", "20").set("Octaves", "2");
			Ui.until("the first picture again", () -> wizard.preview().filter(first::equals).isPresent());
		});
	}

	@Test
	void itIsAsSmallAsTheNetworkSeesItAsItIs(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:17");
			wizard.dialog().press("Next >");
			wizard.set("Steps in each octave", "5").set("Octaves", "1");
			Ui.until("the last step", () -> wizard.promises("Step 5 of 5"));
			RgbImage small = wizard.preview().orElseThrow();
			assertTrue(wizard.promises("%d \u00d7 %d pixels instead of %d \u00d7 %d".formatted(small.width(), small.height(),
					2 * small.width(), 2 * small.height())));
			wizard.dialog().press("Next >");
			wizard.set("Height", "32");
			wizard.dialog().press("< Back");
			Ui.until("no larger picture than is wanted",
					() -> wizard.preview().filter(image -> image.height() == 32).isPresent());
			assertFalse(wizard.promises("instead of"));
		});
	}

	@Test
	void itStopsWhereNobodySeesIt(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			wizard.card(LUCID);
			wizard.set("Steps in each octave", "100000");
			Ui.until("a picture", () -> wizard.preview().isPresent());
			assertEquals(1, previews());
			wizard.dialog().press("Next >");
			Ui.until("the preview to stop", () -> previews() == 0);
			wizard.dialog().press("< Back");
			Ui.until("the preview to go on", () -> previews() == 1);
			wizard.dialog().press("Cancel");
		});
		Ui.until("the network to be given back", () -> SharedNetworks.get().files().isEmpty());
		assertEquals(0, previews());
	}

	@Test
	void whatIsWrongWithTheAscentIsSaidBeforeItIsWanted(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:3").dialog().press("Next >");
			wizard.set("Rate \u03b7", "0");
			Ui.until("the diagnosis", () -> wizard.promises("The picture does not change any more"));
		});
	}

	@Test
	void presetsArePickedByKeys(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.dialog().press("Next >");
			wizard.card(LUCID - 1);
			assertEquals("10", wizard.value("Steps in each octave"));
			wizard.key(LUCID - 1, SWT.ARROW_RIGHT);
			assertEquals("512", wizard.value("Steps in each octave"));
			wizard.key(LUCID, SWT.ARROW_LEFT);
			assertEquals("10", wizard.value("Steps in each octave"));
			wizard.key(0, SWT.SPACE);
			assertEquals("80", wizard.value("Steps in each octave"));
		});
	}

	@Test
	void whatWasDrawnTellsWhatTheNextWillCost(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:3");
			assertTrue(wizard.promises("How long that takes on this machine is measured"));
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage.active(window).awaitEnd();
		window.page().closeAllEditors(false);
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:3 prob:4");
			assertTrue(wizard.promises("2 pictures, about "));
			wizard.search("conv2:3");
			assertTrue(wizard.promises("How long that takes on this machine is measured"));
		});
	}
}
