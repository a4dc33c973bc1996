// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.screenshots;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.starfish.ui.synthesis.SynthesisRun;
import org.starfish.ui.synthesis.SynthesisRuns;
import org.starfish.ui.synthesis.editor.ComparisonEditor;
import org.starfish.ui.tests.pages.MixturePage;
import org.starfish.ui.tests.pages.SheetPage;
import org.starfish.ui.tests.pages.SynthesisEditorPage;
import org.starfish.ui.tests.pages.SynthesisWizardPage;
import org.starfish.ui.tests.pages.TreePage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

/** Pictures of what grows pictures: the wizard, the editor while it draws, a sheet that fills. */
final class SynthesisPictures {
	private static final Duration LONG = Duration.ofMinutes(5);
	/** By then there is something to be seen. */
	private static final int STEPS = 170;
	/** Its card, counted from 0. */
	private static final int DEEPDREAM = 7;

	private SynthesisPictures() {
	}

	/** Adds them by name. */
	static void addTo(Map<String, Picture> pictures) {
		pictures.put("wizard", SynthesisPictures::wizard);
		pictures.put("wizard-mixture", SynthesisPictures::mixture);
		pictures.put("synthesis", SynthesisPictures::editor);
		pictures.put("sheet", SynthesisPictures::sheet);
		pictures.put("comparison", SynthesisPictures::comparison);
	}

	private static Runnable opening(Stage stage, String project, String model) {
		return () -> stage.window().projectExplorer().contextMenu(project, model).choose("Starfish", "Synthesize Image...");
	}

	/** Its three pages. */
	private static void wizard(Stage stage) {
		SynthesisWizardPage.during(opening(stage, "googlenet", "googlenet.onnx"), wizard -> {
			wizard.search("starf").pick("prob:327");
			stage.take("wizard-what", wizard.dialog().shell());
			wizard.dialog().press("Next >");
			Ui.until("the end of the preview", LONG, () -> wizard.promises("Octave 3 of 3"));
			stage.take("wizard-how", wizard.dialog().shell());
			wizard.dialog().press("Next >");
			stage.take("wizard-where", wizard.dialog().shell());
		});
	}

	private static void mixture(Stage stage) {
		SynthesisWizardPage.during(opening(stage, "tidepool", "tidepool.zip"), wizard -> {
			MixturePage mixture = wizard.mixture();
			Path images = Study.tidepool().getLocation().toPath().resolveSibling("images");
			mixture.pasteImages(images.resolve("starfish-1.jpg"), images.resolve("starfish-2.jpg"),
					images.resolve("starfish-3.jpg"));
			mixture.awaitRanking();
			stage.take("wizard-mixture", wizard.dialog().shell());
		});
	}

	/** A starfish that is growing. */
	private static void editor(Stage stage) {
		SynthesisWizardPage.during(opening(stage, "googlenet", "googlenet.onnx"), wizard -> {
			wizard.search("starf").pick("prob:327");
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage editor = SynthesisEditorPage.active(stage.window());
		Path picture = stage.study().googlenet().getLocation().toPath().resolveSibling("synthesized")
				.resolve(editor.name());
		SynthesisRun run = SynthesisRuns.ofWorkbench().of(picture).orElseThrow();
		Ui.until("something to be seen", LONG, () -> run.trace().steps().count() >= STEPS);
		editor.press("Pause");
		stage.repaint();
		stage.take("synthesis");
		editor.press("Stop, Keep");
		editor.awaitEnd();
	}

	private static void sheet(Stage stage) {
		SynthesisWizardPage.during(opening(stage, "tidepool", "tidepool.zip"), wizard -> {
			wizard.search("prob").pick("prob");
			wizard.choose(wizard.choices("picture of each").get(0));
			wizard.dialog().press("Finish");
		});
		SheetPage sheet = SheetPage.active(stage.window());
		Ui.until("half of the pictures", LONG, () -> sheet.says("6 of 10 drawn"));
		sheet.press("Pause");
		stage.repaint();
		stage.take("sheet");
		sheet.press("Stop, Keep");
		Ui.until("the end", LONG, () -> !sheet.offers("Stop, Keep"));
	}

	/** The same class by two methods. */
	private static void comparison(Stage stage) {
		draw(stage, 0);
		draw(stage, DEEPDREAM);
		TreePage files = stage.window().projectExplorer().tree();
		List<String> folder = List.of("googlenet", "synthesized");
		files.item("googlenet", "synthesized", "deepdream.png");
		files.contextMenuOf(folder, "starfish.png", "deepdream.png").choose("Starfish", "Compare");
		Ui.until("a comparison", () -> stage.window().page().getActiveEditor() instanceof ComparisonEditor);
		Composite editor = (Composite) WorkbenchPage.control(stage.window().page().getActiveEditor());
		Ui.until("the network to answer", LONG, () -> Ui.all(editor, Table.class, Control::isVisible).stream()
				.flatMap(table -> Stream.of(table.getItems()))
				.anyMatch(row -> row.getText(0).equals("Reached") && !row.getText(1).isEmpty() && !row.getText(2).isEmpty()));
		stage.repaint();
		stage.take("comparison");
	}

	/** Draws a starfish to its end, in a file that is named like the preset. */
	private static void draw(Stage stage, int preset) {
		SynthesisWizardPage.during(opening(stage, "googlenet", "googlenet.onnx"), wizard -> {
			wizard.search("starf").pick("prob:327");
			wizard.dialog().press("Next >");
			wizard.card(preset);
			wizard.dialog().press("Next >");
			wizard.set("Name", "{preset}");
			wizard.dialog().press("Finish");
		});
		SynthesisEditorPage.active(stage.window()).awaitEnd();
		stage.window().page().closeAllEditors(false);
	}
}
