// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.MixturePage;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Pictures of the units that fire for images. */
@ExtendWith(CleanWorkbench.class)
class MixtureTest {
	private static final int DEEPDREAM = 7;

	private WizardExample example;

	@BeforeEach
	void makeExample() throws CoreException {
		example = new WizardExample();
	}

	private Path path(String name) {
		return example.path(name);
	}

	private Path image(String name) {
		return path("images/" + name);
	}

	@Test
	void theUnitsThatFireForImagesAreDrawnTogether(WorkbenchPage window) throws Exception {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			MixturePage mixture = wizard.mixture();
			assertTrue(wizard.promises("Add the images whose units are to be drawn."));
			assertFalse(wizard.dialog().isEnabled("Finish"));
			mixture.pasteImages(image("starfish-1.jpg"), image("starfish-2.jpg"));
			mixture.awaitRanking();
			int layers = mixture.layers().size();
			assertEquals(5, mixture.units(mixture.layers().get(0)).size());
			assertTrue(wizard.promises("%d units of %d layers, ranked over 2 images by the sum".formatted(5 * layers, layers)));
			mixture.top(2);
			assertEquals(2, mixture.units(mixture.layers().get(0)).size());
			String left = mixture.layers().get(0);
			mixture.check(left, false);
			assertTrue(wizard.promises("%d units of %d layers".formatted(2 * (layers - 1), layers - 1)));
			String layer = mixture.layers().get(1);
			mixture.weigh(layer, mixture.units(layer).get(0), 3);
			assertTrue(wizard.promises("1 picture"));
			wizard.dialog().press("Next >");
			wizard.card(DEEPDREAM);
			wizard.set("Octaves", "1").set("Steps in each octave", "3");
			wizard.dialog().press("Finish");
		});
		Path picture = path("synthesized/what-fires-for-starfish-1-and-1-others-0.png");
		Ui.until("the picture", Duration.ofSeconds(60), () -> Files.exists(RecipeFile.beside(picture)));
		var units = ((Target.OfUnits) RecipeFile.read(picture).target()).units();
		Set<String> drawn = units.stream().map(unit -> unit.address().layer()).collect(Collectors.toSet());
		assertTrue(drawn.size() > 1);
		double[] weights = units.stream().filter(unit -> unit.address().layer().equals(units.get(0).address().layer()))
				.mapToDouble(Target.Weighted::weight).toArray();
		assertEquals(2, weights.length);
	}

	@Test
	void aWeightIsMultiplied(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			MixturePage mixture = wizard.mixture();
			mixture.pasteImages(image("starfish-1.jpg"));
			mixture.awaitRanking();
			String layer = mixture.layers().get(0);
			String unit = mixture.units(layer).get(1);
			mixture.weigh(layer, unit, 2.5);
			assertEquals("2.5", mixture.weight(layer, unit));
			assertEquals("1.0", mixture.weight(layer, mixture.units(layer).get(0)));
			mixture.top(7);
			assertEquals("2.5", mixture.weight(layer, unit));
			mixture.layers().forEach(each -> mixture.check(each, false));
			assertFalse(wizard.dialog().isEnabled("Finish"));
			assertTrue(wizard.promises("Check at least one unit."));
		});
	}

	@Test
	void aFolderOfTheWorkspaceIsComparedWithOthers(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			MixturePage mixture = wizard.mixture();
			mixture.addFromWorkspace("tidepool", "images");
			mixture.awaitRanking();
			long count = count(path("images"));
			assertTrue(wizard.promises("ranked over %d images by the sum".formatted(count)));
			mixture.removeImage(0);
			assertTrue(wizard.promises("Add the images"));
			mixture.pasteImages(image("starfish-1.jpg"), image("starfish-2.jpg"), image("starfish-3.jpg"));
			mixture.awaitRanking();
			List<String> bySum = mixture.units(mixture.layers().get(1));
			mixture.pasteBackground(image("seaweed-1.jpg"), image("seaweed-2.jpg"), image("pebbles-1.jpg"));
			Ui.until("the comparison", () -> wizard.promises("ranked over 3 images by how far they rise"));
			assertFalse(bySum.equals(mixture.units(mixture.layers().get(1))));
		});
	}

	private static long count(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.count();
		} catch (java.io.IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void layersCanBeChosen(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			MixturePage mixture = wizard.mixture();
			mixture.pasteImages(image("starfish-1.jpg"));
			mixture.awaitRanking();
			mixture.chooseLayers("conv3");
			mixture.awaitRanking();
			assertEquals(List.of("conv3"), mixture.layers());
		});
	}

	@Test
	void imagesThatCannotBeReadAreNamed(WorkbenchPage window) throws Exception {
		Files.write(image("broken.jpg"), new byte[] { 1, 2, 3 });
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			MixturePage mixture = wizard.mixture();
			mixture.pasteImages(image("broken.jpg"));
			Ui.until("what is wrong", () -> wizard.complains("broken.jpg"));
			mixture.removeImage(0);
			mixture.pasteImages(image("starfish-1.jpg"));
			mixture.awaitRanking();
			assertTrue(wizard.dialog().isEnabled("Finish"));
			wizard.units();
			assertTrue(wizard.promises("takes for starfish"));
		});
	}
}
