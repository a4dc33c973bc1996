// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.starfish.core.Progress;
import org.starfish.core.importing.ModelImporters;
import org.starfish.core.jobs.OpenNetworkJob;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerTree;
import org.starfish.core.model.ModelFacts;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.ActivationEditor;
import org.starfish.ui.model.ModelExplorer;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ModelEditorPage;
import org.starfish.ui.tests.pages.ModelExplorerPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class ModelExplorerTest {
	private static final String GOOGLENET = "googlenet.onnx";
	private static final String TIDEPOOL = "tidepool.zip";

	@Test
	void anEmptyWorkspaceSaysWhatToDo(WorkbenchPage window) {
		ModelExplorerPage explorer = window.modelExplorer();
		Ui.until("a message", () -> !explorer.message().isEmpty());
		assertTrue(explorer.message().contains("Starfish Example"), explorer::message);
	}

	@Test
	void modelsAppearAndDisappearWithTheirFiles(WorkbenchPage window) throws Exception {
		ModelExplorerPage explorer = window.modelExplorer();
		var project = new TestProject("sea");
		project.write("notes.txt", "text".getBytes(StandardCharsets.UTF_8));
		IFile model = project.copy(tidepool());
		Ui.until("the model", () -> explorer.models().equals(List.of(TIDEPOOL)));
		model.delete(true, null);
		Ui.until("an empty list", () -> explorer.models().isEmpty());
		assertEquals(List.of(), explorer.models());
	}

	@ParameterizedTest
	@ValueSource(strings = { GOOGLENET, "mnist-8.onnx", "resnet20_cifar10.onnx", "mobilenet_v1_0.25_224.h5",
			"pretrainedResnet.h5", "vww_96.h5", "fer2013_mini_XCEPTION.102-0.66.hdf5", "fer2013_mini_XCEPTION.keras",
			"lenet_mnist.dl4j.zip", "lenet_mnist_old_format.dl4j.zip", "regression_080_cnn.dl4j.zip",
			"SyntheticCNN_100b4.bin" })
	void aRealModelShowsItsLayers(String name, WorkbenchPage window) throws Exception {
		Path file = TestData.model(name);
		new TestProject("models").link(file);
		ModelExplorerPage explorer = window.modelExplorer().expand(name).untilLoaded(name);
		ModelFacts facts = ModelFacts.of(ModelImporters.builtIn().read(file, Progress.NONE));
		assertEquals(facts.tree().children().stream().map(LayerTree::name).toList(), explorer.below(name));
		assertEquals(List.of(file.toRealPath()), SharedNetworks.get().files(), "held while it is expanded");
		explorer.collapse(name);
		assertEquals(List.of(), SharedNetworks.get().files(), "released when it is collapsed");
	}

	@Test
	void closingTheViewReleasesTheModels(WorkbenchPage window) throws Exception {
		new TestProject("sea").copy(tidepool());
		window.modelExplorer().expand(TIDEPOOL).untilLoaded(TIDEPOOL);
		assertEquals(1, SharedNetworks.get().files().size());
		window.page().hideView(window.page().findView(ModelExplorer.ID));
		Ui.until("the model to be released", () -> SharedNetworks.get().files().isEmpty());
	}

	@Test
	void eachLayerTellsKindAndShape(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET);
		assertEquals("googlenet.onnx  ONNX \u00b7 7.0 M", explorer.text(GOOGLENET));
		assertEquals("output  Concatenation", explorer.text(GOOGLENET, "inception_4c", "output"));
		assertEquals("512 \u00b7 14\u00b2", explorer.cell(1, GOOGLENET, "inception_4c", "output"));
		assertEquals("512 \u00b7 14\u00b2", explorer.cell(1, GOOGLENET, "inception_4c"), "a group shows its last layer");
		assertEquals("1000", explorer.cell(1, GOOGLENET, "prob"));
		assertEquals("6.3 %", explorer.cell(3, GOOGLENET, "inception_4c"));
		assertEquals("299 px", explorer.cell(4, GOOGLENET, "inception_4c", "output"));
	}

	@Test
	void channelsAreNodesInHundreds(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET)
				.expand(GOOGLENET, "inception_5b", "output");
		List<String> ranges = explorer.below(GOOGLENET, "inception_5b", "output");
		assertEquals(11, ranges.size());
		assertEquals("1000 \u2013 1023", ranges.get(10));
		explorer.expand(GOOGLENET, "inception_5b", "output", "1000 \u2013 1023");
		assertEquals(24, explorer.below(GOOGLENET, "inception_5b", "output", "1000 \u2013 1023").size());
	}

	@Test
	void classesAreNodesWithTheirLabels(WorkbenchPage window) throws Exception {
		var project = new TestProject("sea");
		project.copy(tidepool().resolveSibling("labels.txt"));
		project.copy(tidepool().resolveSibling("tidepool.zip.starfish"));
		project.copy(tidepool());
		ModelExplorerPage explorer = window.modelExplorer().expand(TIDEPOOL).untilLoaded(TIDEPOOL);
		List<String> layers = explorer.below(TIDEPOOL);
		String output = layers.get(layers.size() - 1);
		String first = Files.readAllLines(tidepool().resolveSibling("labels.txt")).get(0);
		assertEquals("0  " + first, explorer.text(TIDEPOOL, output, "0"));
	}

	@Test
	void theFilterKeepsWhatIsFoundAndWhereItLies(WorkbenchPage window) throws Exception {
		var project = new TestProject("models");
		project.link(TestData.model(GOOGLENET));
		project.copy(tidepool());
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET);
		List<String> all = explorer.below(GOOGLENET);
		explorer.filter("i4co");
		assertEquals(List.of(GOOGLENET), explorer.models());
		assertEquals(List.of("inception_4c"), explorer.below(GOOGLENET));
		assertEquals(List.of("output"), explorer.below(GOOGLENET, "inception_4c"));
		explorer.filter("softmax");
		assertEquals(List.of("prob"), explorer.below(GOOGLENET), "a kind is found, too");
		explorer.filter("tide");
		assertEquals(List.of(TIDEPOOL), explorer.models());
		explorer.filter("nothing like that");
		assertEquals(List.of(), explorer.models());
		explorer.filter("");
		assertEquals(all, explorer.below(GOOGLENET));
		assertTrue(explorer.isExpanded(GOOGLENET));
		assertFalse(explorer.isExpanded(GOOGLENET, "inception_4c"), "expanded by the filter only");
	}

	@Test
	void modelsThatAnEditorHasOpenAreSearched(WorkbenchPage window) throws Exception {
		ModelEditorPage.open(window, new TestProject("models").copy(tidepool()));
		ModelExplorerPage explorer = window.modelExplorer();
		Ui.until("the model", () -> explorer.models().equals(List.of(TIDEPOOL)));
		explorer.filter("pool1");
		Ui.until("the layer", () -> explorer.has(TIDEPOOL, "pool1"));
		explorer.filter("nothing like that");
		assertEquals("Nothing is found. A model whose layers are to be found has to be expanded once, or open.",
				explorer.message());
		explorer.filter("");
		assertEquals("", explorer.message());
		assertFalse(explorer.isExpanded(TIDEPOOL));
	}

	@Test
	void theDownKeyLeadsFromTheFilterToWhatIsFound(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET);
		explorer.filterField().setFocus();
		explorer.filter("4c/out");
		Ui.key(explorer.filterField(), 0, SWT.ARROW_DOWN);
		assertEquals("output", explorer.selected());
		assertTrue(explorer.tree().isFocusControl());
	}

	@Test
	void aDamagedFileSaysSoInPlace(WorkbenchPage window) throws Exception {
		byte[] whole = Files.readAllBytes(tidepool());
		new TestProject("sea").write("cut.zip", Arrays.copyOf(whole, whole.length / 2));
		ModelExplorerPage explorer = window.modelExplorer().expand("cut.zip");
		Ui.until("a sentence", () -> explorer.below("cut.zip").stream().noneMatch(line -> line.startsWith("Loading")));
		List<String> lines = explorer.below("cut.zip");
		String sentence = String.join(" ", lines);
		assertTrue(sentence.contains("cut.zip") && sentence.endsWith("."), sentence);
		assertEquals(error(), explorer.color("cut.zip", lines.get(0)).getRGB());
		explorer.select("cut.zip");
		Map<String, String> properties = window.properties().values();
		assertEquals(sentence, properties.get("File/Problem"));
		explorer.collapse("cut.zip");
	}

	private static Object error() {
		return JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR).getRGB();
	}

	@Test
	void collapsingCancelsTheLoading(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer();
		Ui.until("the model", () -> explorer.models().equals(List.of(GOOGLENET)));
		explorer.expand(GOOGLENET).collapse(GOOGLENET);
		Ui.until("the job to end", () -> Job.getJobManager().find(OpenNetworkJob.class).length == 0);
		assertFalse(explorer.isExpanded(GOOGLENET));
		assertEquals(GOOGLENET, explorer.text(GOOGLENET), "nothing was read");
		Ui.until("the network to be gone", () -> SharedNetworks.get().files().isEmpty());
	}

	@Test
	void cancellingTheJobCollapsesTheModel(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET);
		Job.getJobManager().cancel(OpenNetworkJob.class);
		Ui.until("the model to collapse", () -> !explorer.isExpanded(GOOGLENET));
		assertEquals(List.of(), SharedNetworks.get().files());
		explorer.expand(GOOGLENET).untilLoaded(GOOGLENET);
	}

	@Test
	void aFileThatChangesIsReadAgain(WorkbenchPage window) throws Exception {
		var project = new TestProject("sea");
		IFile model = project.write("sea.zip", Files.readAllBytes(tidepool()));
		ModelExplorerPage explorer = window.modelExplorer().expand("sea.zip").untilLoaded("sea.zip");
		List<String> layers = explorer.below("sea.zip");
		model.setContents(Files.readAllBytes(TestData.model("lenet_mnist.dl4j.zip")), true, false, null);
		Ui.until("other layers", () -> !explorer.below("sea.zip").equals(layers)
				&& !explorer.below("sea.zip").get(0).startsWith("Loading"));
		assertTrue(explorer.isExpanded("sea.zip"));
	}

	@Test
	void thePropertiesViewTellsWhatIsKnown(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET).select(GOOGLENET);
		Map<String, String> model = window.properties().values();
		assertEquals("6,998,552", model.get("Network/Parameters"), model::toString);
		assertEquals("data: 3 channels, 224 \u00d7 224", model.get("Network/Input"));
		assertEquals("prob: 1000 values", model.get("Network/Outputs"));
		assertTrue(model.containsKey("Preprocessing/Reason"), model::toString);
		assertEquals("13", model.get("File/Opset"));
		explorer.select(GOOGLENET, "inception_4c", "output");
		Map<String, String> layer = window.properties().values();
		assertEquals("Concatenation of 4", layer.get("Layer/Kind"), layer::toString);
		assertEquals("299 px, stride 16", layer.get("Layer/Receptive field"));
		assertEquals("compiled", layer.get("Size and cost/Runs as"));
		explorer.select(GOOGLENET, "inception_4c", "output", "200 \u2013 299", "217");
		assertEquals("inception_4c/output:217", window.properties().values().get("Channel/Address"));
	}

	@Test
	void theAddressOfWhatIsSelectedIsCopied(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET);
		explorer.contextMenu(GOOGLENET, "inception_4c", "output", "200 \u2013 299", "217").choose("Copy Address");
		var clipboard = new Clipboard(Display.getCurrent());
		Object text = clipboard.getContents(TextTransfer.getInstance());
		clipboard.dispose();
		assertEquals("inception_4c/output:217", text);
	}

	@Test
	void openingAChannelShowsItInTheEditor(WorkbenchPage window) throws Exception {
		new TestProject("models").link(TestData.model(GOOGLENET));
		ModelExplorerPage explorer = window.modelExplorer().expand(GOOGLENET).untilLoaded(GOOGLENET);
		explorer.open(GOOGLENET, "inception_4c", "output", "200 \u2013 299", "217");
		var editor = (ActivationEditor) window.page().getActiveEditor();
		Ui.until("the layer", () -> editor.session().layer().filter("inception_4c/output"::equals).isPresent());
		assertEquals("217", editor.session().unit().orElseThrow().channel());
		assertEquals(List.of(TestData.model(GOOGLENET).toRealPath()), SharedNetworks.get().files());
	}

	@Test
	void aModelFileIsShownFromTheProjectExplorer(WorkbenchPage window) throws Exception {
		var project = new TestProject("sea");
		project.write("notes.txt", "text".getBytes(StandardCharsets.UTF_8));
		project.copy(tidepool());
		ModelExplorerPage explorer = window.modelExplorer();
		window.projectExplorer().contextMenu("sea", TIDEPOOL).choose("Starfish", "Show in Model Explorer");
		Ui.until("the model to be selected", () -> explorer.selected().equals(TIDEPOOL));
		assertFalse(window.projectExplorer().contextMenu("sea", "notes.txt").items().contains("Starfish"));
	}

	@Test
	void selectionsNameTheirFile(WorkbenchPage window) throws Exception {
		IFile file = new TestProject("sea").copy(tidepool());
		ModelExplorerPage explorer = window.modelExplorer().expand(TIDEPOOL).untilLoaded(TIDEPOOL);
		explorer.select(TIDEPOOL, explorer.below(TIDEPOOL).get(1));
		var selection = (IStructuredSelection) window.window().getService(ESelectionService.class).getSelection();
		assertEquals(file, Adapters.adapt(selection.getFirstElement(), IFile.class));
	}

	private static Path tidepool() {
		return TestData.projectRoot().resolve("bundles/org.starfish.examples/tidepool/tidepool.zip");
	}
}
