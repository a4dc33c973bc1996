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
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.model.ModelFile;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.core.synthesis.recipe.Target;
import org.starfish.testkit.TestData;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Pictures of several units at once: a queue, a weighted set, what lies between two, minima. */
@ExtendWith(CleanWorkbench.class)
class SeveralUnitsTest {
	private static final int PAPER = 1;
	private static final int DEEPDREAM = 7;

	private WizardExample example;

	@BeforeEach
	void makeExample() throws CoreException {
		example = new WizardExample();
	}

	private Path path(String name) {
		return example.path("synthesized/" + name);
	}

	/** Waits for pictures, and reads their recipes. */
	private List<Recipe> drawn(String... names) {
		Ui.until("the pictures " + List.of(names), Duration.ofSeconds(120),
				() -> Stream.of(names).allMatch(name -> Files.exists(RecipeFile.beside(path(name)))));
		return Stream.of(names).map(name -> {
			try {
				return RecipeFile.read(path(name));
			} catch (StarfishException e) {
				throw new AssertionError(e);
			}
		}).toList();
	}

	private static void quickly(SynthesisWizardPage wizard) {
		wizard.dialog().press("Next >");
		wizard.card(DEEPDREAM);
		wizard.set("Octaves", "1").set("Steps in each octave", "3");
		wizard.dialog().press("Finish");
	}

	@Test
	void aListOfUnitsBecomesAPictureOfEach(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:starfish, conv3:4-5");
			assertEquals(List.of("prob:0", "conv3:4", "conv3:5"), wizard.found());
			assertTrue(wizard.promises("There will be a picture of prob:starfish, and of each other unit"));
			assertTrue(wizard.promises("3 pictures"));
			quickly(wizard);
		});
		List<Recipe> recipes = drawn("prob-starfish-0.png", "conv3-4-0.png", "conv3-5-0.png");
		assertEquals(List.of("prob:starfish", "conv3:4", "conv3:5"),
				recipes.stream().map(recipe -> recipe.label().orElseThrow()).toList());
	}

	@Test
	void variantsDifferFromThoseBeforeThem(WorkbenchPage window) throws Exception {
		drawVariants(window, wizard -> {
		});
		assertTrue(variants().get(0).start().isEmpty());
	}

	@Test
	void variantsOfAnImageDifferToo(WorkbenchPage window) throws Exception {
		drawVariants(window, wizard -> wizard.expand("More").set("Start from", "tidepool/images/starfish-1.jpg"));
		assertTrue(variants().get(1).start().isPresent());
	}

	private void drawVariants(WorkbenchPage window, Consumer<SynthesisWizardPage> before) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			before.accept(wizard);
			wizard.dialog().press("Next >");
			wizard.card(DEEPDREAM);
			wizard.set("Octaves", "1").set("Steps in each octave", "3").set("Diversity of variants", "2");
			wizard.dialog().press("Next >");
			wizard.set("Variants", "2");
			wizard.dialog().press("Finish");
		});
	}

	private List<Recipe> variants() throws StarfishException {
		List<Recipe> recipes = drawn("prob-starfish-0.png", "prob-starfish-1.png");
		String content = new ModelFile("first", path("prob-starfish-0.png")).sha256();
		assertTrue(recipes.get(0).variants().isEmpty());
		assertEquals(List.of(new Recipe.FileReference("prob-starfish-0.png", content)),
				recipes.get(1).variants().orElseThrow().earlier());
		return recipes;
	}

	@Test
	void aRealModelIsDrawnFromTheFirstPageToTheFile(WorkbenchPage window) throws Exception {
		var project = new TestProject("nets");
		project.link(TestData.model("resnet20_cifar10.onnx"));
		SynthesisWizardPage.during(() -> window.projectExplorer().contextMenu("nets", "resnet20_cifar10.onnx").choose("Starfish",
				"Synthesize Image..."), wizard -> {
					String first = wizard.found().get(0);
					wizard.search(first + ":3");
					wizard.dialog().press("Next >");
					wizard.card(DEEPDREAM);
					wizard.set("Octaves", "1").set("Steps in each octave", "3");
					Ui.until("the preview", () -> wizard.promises("Step 3 of 3"));
					assertTrue(wizard.promises("1 picture"));
					wizard.dialog().press("Next >");
					wizard.set("Folder", "nets/drawn").set("Name", "{model}").set("Seed", "4");
					assertTrue(wizard.promises("nets/drawn/resnet20_cifar10.png"));
					wizard.dialog().press("Finish");
				});
		Path picture = project.project().getLocation().append("drawn/resnet20_cifar10.png").toPath();
		Ui.until("the picture", Duration.ofSeconds(60), () -> Files.exists(RecipeFile.beside(picture)));
		assertEquals(4, RecipeFile.read(picture).seed());
		assertEquals(32, ImageReader.read(picture).height());
	}

	@Test
	void unitsAreSelectedInTheTable(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:1");
			wizard.pick("conv3:1", "conv3:12", "conv3:15");
			assertTrue(wizard.promises("3 pictures"));
			wizard.pick("conv3:12");
			assertTrue(wizard.promises("1 picture"));
			assertFalse(wizard.promises("3 pictures"));
		});
	}

	@Test
	void allChannelsOfALayerAreAQueue(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3").pick("conv3");
			wizard.choose(wizard.choices("picture of each").get(0));
			assertTrue(wizard.promises("full of what conv3:0 to conv3:"));
			int channels = Integer.parseInt(wizard.choices("picture of each").get(0).replaceAll("\\D+", ""));
			assertTrue(wizard.promises(channels + " pictures"));
			wizard.dialog().press("Next >");
			wizard.dialog().press("Next >");
			assertTrue(wizard.promises("tidepool/synthesized/conv3-5-0.png\nand %d more".formatted(channels - 6)));
		});
	}

	@Test
	void aListThatNamesWhatIsNotThereIsRefused(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:4 conv3:4000");
			assertTrue(wizard.complains("there is no 4000"));
			wizard.search("conv3:4 cnv3:1");
			assertTrue(wizard.complains("Layer 'cnv3' is not in tidepool.zip"));
			wizard.search("conv3:4 conv3:5,");
			assertEquals(List.of("conv3:4", "conv3:5"), wizard.found());
		});
	}

	@Test
	void unitsAreDrawnTogetherByTheirWeights(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("prob:0 prob:3 conv3:4");
			wizard.choose(0, "One picture of all together");
			assertTrue(wizard.promises("show prob:starfish+"));
			wizard.set("Weights", "1, 2");
			assertTrue(wizard.complains("There are 3 units, but 2 weights."));
			wizard.set("Weights", "1, x, 2");
			assertTrue(wizard.complains("The weights must be numbers"));
			wizard.choose(0, "A picture of each");
			assertTrue(wizard.dialog().isEnabled("Finish"));
			wizard.choose(0, "One picture of all together").set("Weights", "1, 0.5, -2");
			assertTrue(wizard.promises("1 picture"));
			wizard.dialog().press("Next >");
			wizard.dialog().press("Next >");
			wizard.set("Name", "together");
			wizard.dialog().press("< Back");
			wizard.dialog().press("< Back");
			quickly(wizard);
		});
		var units = (Target.OfUnits) drawn("together.png").get(0).target();
		assertEquals(List.of("prob:0", "prob:3", "conv3:4"),
				units.units().stream().map(unit -> unit.address().toString()).toList());
		assertEquals(List.of(1.0, 0.5, -2.0), units.units().stream().map(Target.Weighted::weight).toList());
	}

	@Test
	void picturesLeadFromOneUnitToTheOther(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:1, conv3:2");
			wizard.choose(0, "Pictures from one to the other").set("How many", "3");
			assertTrue(wizard.promises("The first picture will show conv3:1, the last one conv3:2."));
			quickly(wizard);
		});
		List<Recipe> recipes = drawn("conv3-1-to-conv3-2,-0-0.png", "conv3-1-to-conv3-2,-50-0.png",
				"conv3-1-to-conv3-2,-100-0.png");
		assertEquals(List.of(0.0, 0.5, 1.0), recipes.stream()
				.map(recipe -> ((Target.OfUnits) recipe.target()).units().get(1).weight()).toList());
	}

	@Test
	void aUnitIsDrawnAtItsLeastToo(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:1");
			wizard.expand("More").choose(1, "Both, one picture each");
			assertTrue(wizard.promises("2 pictures"));
			quickly(wizard);
		});
		List<Recipe> recipes = drawn("conv3-1-0.png", "conv3-1-minimum-0.png");
		assertEquals(List.of("maximize", "minimize"),
				recipes.stream().map(recipe -> recipe.parameters().choice(Parameter.DIRECTION)).toList());
	}

	@Test
	void whatOfAClassIsMaximizedCanBeChosen(WorkbenchPage window) {
		SynthesisWizardPage.during(WizardExample.opening(window), wizard -> {
			wizard.search("conv3:1").expand("More");
			assertFalse(wizard.isEnabled("Of a class"));
			// The preset maximizes a probability, which a channel has not.
			wizard.search("conv3:1 prob:3").dialog().press("Next >");
			wizard.card(PAPER);
			wizard.set("Octaves", "1").set("Steps in each octave", "2");
			wizard.dialog().press("< Back");
			assertTrue(wizard.isEnabled("Of a class"));
			wizard.dialog().press("Finish");
		});
		List<Recipe> recipes = drawn("conv3-1-0.png", "prob-anemone-0.png");
		assertEquals(List.of("auto", "softmax"),
				recipes.stream().map(recipe -> recipe.parameters().choice(Parameter.OBJECTIVE)).toList());
	}
}
