// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.synthesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Scale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.StarfishException;
import org.starfish.core.image.ImageReader;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.core.synthesis.recipe.Parameter;
import org.starfish.core.synthesis.recipe.Parameters;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.core.synthesis.recipe.Recipe;
import org.starfish.core.synthesis.recipe.RecipeFile;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.SynthesisEditor;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Looking back at how a picture grew. */
@ExtendWith(CleanWorkbench.class)
class TimeLineTest {
	private static final Parameters SHORT = Presets.STARFISH.parameters().with(Parameter.STEPS, 10)
			.with(Parameter.OCTAVES, 2);

	private WantedPictures wanted;

	@BeforeEach
	void makeExample() throws CoreException {
		wanted = new WantedPictures();
	}

	private SynthesisEditorPage drawn(WorkbenchPage window) throws StarfishException {
		SynthesisEditor.start(window.page(), List.of(wanted.request("a.png", "prob:0", SHORT)));
		SynthesisEditorPage editor = SynthesisEditorPage.active(window);
		editor.awaitEnd();
		return editor;
	}

	private List<Still> stills() {
		return SynthesisRuns.ofWorkbench().of(wanted.path("a.png")).orElseThrow().film().stills();
	}

	@Test
	void everyStepOfAShortPictureCanBeLookedAt(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		assertEquals(IntStream.rangeClosed(1, 20).boxed().toList(), stills().stream().map(Still::step).toList());
		assertEquals(stills().getLast().picture(), editor.picture());
		editor.awaitText("step 20  \u00b7  octave 2");
		editor.lookAt(4);
		editor.awaitText("step 5  \u00b7  octave 1");
		assertEquals(stills().get(4).picture(), editor.picture());
		Scale slider = editor.slider();
		Ui.key(slider, SWT.NONE, SWT.END);
		editor.lookAt(slider.getMaximum());
		assertEquals(stills().getLast().picture(), editor.picture());
	}

	@Test
	void aWrongValueKeepsTheBranchOpen(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		editor.lookAt(3);
		DialogPage.during("Branch", () -> editor.press("Branch from Here\u2026"), dialog -> {
			dialog.field().setText("much");
			dialog.press("Branch");
			assertFalse(dialog.shell().isDisposed());
			assertTrue(dialog.shows("must be"));
			dialog.press("Cancel");
		});
	}

	@Test
	void aVariantPartsFromTheStepThatIsLookedAt(WorkbenchPage window) throws Exception {
		SynthesisEditorPage editor = drawn(window);
		Button branch = Ui.find(editor.control(), Button.class, button -> button.getText().startsWith("Branch"));
		assertFalse(branch.isEnabled(), "after the last step nothing can become otherwise");
		editor.lookAt(11);
		assertTrue(branch.isEnabled());
		DialogPage.during("Branch", () -> editor.press("Branch from Here\u2026"), dialog -> dialog.press("Branch"));
		SynthesisEditorPage variant = SynthesisEditorPage.active(window);
		assertEquals("a-branch.png", variant.name());
		variant.awaitEnd();
		assertEquals(List.of(new Recipe.Change(12, Parameter.VARIATION, 1)),
				RecipeFile.read(wanted.path("a-branch.png")).changes());
		assertNotEquals(ImageReader.read(wanted.path("a.png")), ImageReader.read(wanted.path("a-branch.png")));
		variant.lookAt(2);
		assertFalse(variant.texts().isEmpty());
	}
}
