// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.image.Colormap;
import org.starfish.core.image.PngWriter;
import org.starfish.core.image.RgbImage;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.network.UnitAddress;
import org.starfish.testkit.TestData;
import org.starfish.ui.activation.LayerDisplay;
import org.starfish.ui.activation.ShownPicture;
import org.starfish.ui.activation.Tidepool;
import org.starfish.ui.activation.TileCanvas;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.UnitElement;
import org.starfish.ui.tests.CleanWorkbench;
import org.starfish.ui.tests.TestProject;
import org.starfish.ui.tests.pages.ActivationGridPage;
import org.starfish.ui.tests.pages.DialogPage;
import org.starfish.ui.tests.pages.MenuPage;
import org.starfish.ui.tests.pages.Ui;
import org.starfish.ui.tests.pages.WorkbenchPage;

@ExtendWith(CleanWorkbench.class)
class ActivationGridTest {
	private static final AtomicInteger PROJECTS = new AtomicInteger();

	private TestProject project;

	@BeforeEach
	void makeProject() throws Exception {
		// Layers and pictures of models are remembered by path.
		project = new TestProject("sea" + PROJECTS.incrementAndGet());
	}

	/** Tidepool, with a few of its pictures beside it. */
	private ActivationGridPage tidepool(WorkbenchPage window) throws Exception {
		for (String name : new String[] { "anemone-1.jpg", "starfish-1.jpg", "urchin-1.jpg" }) {
			project.copy(Tidepool.picture(name));
		}
		project.copy(Tidepool.model().resolveSibling("labels.txt"));
		project.copy(Tidepool.model().resolveSibling("tidepool.zip.starfish"));
		return ActivationGridPage.open(window, project.copy(Tidepool.model())).answered();
	}

	@Test
	void aModelOpensWithAnExamplePicture(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		assertEquals("starfish-1.jpg", grid.session().picture().orElseThrow().name());
		LayerFacts layer = grid.session().facts().orElseThrow().find(Tidepool.firstLayer()).orElseThrow();
		assertEquals(layer.shape().channels(), grid.state().count());
		assertTrue(grid.says(layer.shape().channels() + " channels"), () -> grid.texts().toList().toString());
		assertTrue(grid.says(layer.name() + ":" + grid.state().selected()), () -> grid.texts().toList().toString());
		assertEquals("starfish", grid.session().predictions().orElseThrow().top().get(0).label());
	}

	@Test
	void withoutPicturesItSaysWhatToDo(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = ActivationGridPage.open(window, project.copy(Tidepool.model()));
		Ui.until("the model", () -> grid.session().network().isPresent());
		Ui.until("what to do", () -> grid.says("Drop an image here"));
		grid.session().show(ShownPicture.of(Tidepool.picture("urchin-1.jpg")));
		grid.answered();
		assertFalse(grid.says("Drop an image here"));
	}

	@Test
	void keysSelect(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.press(SWT.HOME);
		assertEquals(0, grid.state().selected());
		grid.press(SWT.ARROW_RIGHT);
		assertEquals(1, grid.state().selected());
		grid.press(SWT.ARROW_DOWN);
		assertEquals(1 + grid.canvas().tiles().columns(), grid.state().selected());
		grid.press(SWT.END);
		assertEquals(grid.state().count() - 1, grid.state().selected());
		assertTrue(grid.says("Channel " + grid.state().selected()));
		assertTrue(grid.canvas().bounds(grid.state().selected()).y < grid.canvas().getClientArea().height, "it is seen");
	}

	@Test
	void aClickSelects(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.click(7);
		assertEquals(7, grid.state().selected());
		assertEquals(Optional.of("7"), grid.session().unit().map(UnitAddress::channel));
		assertTrue(grid.says("Channel 7"));
	}

	@Test
	void aSingleValueLeavesThePictureAlone(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		assertEquals(2, grid.pictures().size());
		assertEquals(grid.pictures().get(0).width, grid.pictures().get(1).width, 1);
		grid.session().showLayer("prob");
		grid.answered();
		assertEquals(1, grid.pictures().size());
		grid.press('p');
		grid.press('.');
		grid.answered();
		assertEquals(2, grid.pictures().size(), "two pictures are compared");
	}

	@Test
	void aWidePictureLeavesNoGapBelow(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		Rectangle square = grid.pictures().get(0);
		assertEquals(square.width, square.height, 1);
		var wide = RgbImage.filled(60, 40, 0x336699);
		IFile file = project.write("wide.png", PngWriter.encode(wide));
		grid.session().show(ShownPicture.of(file.getLocation().toPath()));
		grid.answered();
		Rectangle shown = grid.pictures().get(0);
		assertEquals(shown.width * 2 / 3, shown.height, 1);
	}

	@Test
	void theSelectedUnitIsSynthesizedWithOneClick(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.click(7);
		String address = Tidepool.firstLayer() + ":7";
		DialogPage.during("Synthesize Image", () -> grid.pressButton("Synthesize"),
				dialog -> Ui.until("the unit", () -> dialog.shows(address)));
	}

	@Test
	void theMenuOfTheGridOffersWhatCanBeDone(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.click(3);
		var menu = new MenuPage(grid.canvas().getMenu());
		assertEquals("Synthesize...", menu.items().get(0));
		menu.choose("Copy Address");
		assertTrue(grid.says("Copied " + Tidepool.firstLayer() + ":3"), () -> grid.texts().toList().toString());
		menu.choose("Pin");
		assertTrue(menu.items().contains("Unpin"));
	}

	@Test
	void keysGoThroughTheLayers(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		String first = grid.session().layer().orElseThrow();
		grid.press(']');
		grid.answered();
		assertNotEquals(first, grid.state().activation().layer());
		assertEquals(grid.session().layer().orElseThrow(), grid.state().activation().layer());
		grid.press('[');
		grid.answered();
		assertEquals(first, grid.state().activation().layer());
	}

	@Test
	void everyLayerCanBeShown(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		for (LayerFacts layer : grid.session().facts().orElseThrow().layers()) {
			grid.session().showLayer(layer.name());
			grid.answered();
			assertEquals(layer.name(), grid.state().activation().layer());
			grid.canvas().update();
		}
	}

	@Test
	void keysGoThroughThePicturesOfTheFolder(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		Ui.until("the folder", () -> grid.says("2/3"));
		LayerActivation before = grid.state().activation();
		grid.press('.');
		grid.answered();
		assertEquals("urchin-1.jpg", grid.session().picture().orElseThrow().name());
		assertNotEquals(before.bounds(), grid.state().activation().bounds());
		Ui.until("the folder", () -> grid.says("3/3"));
		grid.press('.');
		grid.answered();
		assertEquals("anemone-1.jpg", grid.session().picture().orElseThrow().name(), "behind the last comes the first");
		Ui.until("the folder", () -> grid.says("1/3"));
		grid.press(',');
		grid.answered();
		assertEquals("urchin-1.jpg", grid.session().picture().orElseThrow().name());
	}

	@Test
	void theLookIsChosenAboveTheGrid(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.choose("magma");
		assertEquals(Colormap.MAGMA, grid.state().look().colormap());
		grid.choose("max");
		assertEquals(ChannelSort.MAXIMUM, grid.state().look().sort());
		int strongest = grid.state().activation().order(ChannelSort.MAXIMUM, 0, false)[0];
		assertEquals(strongest, grid.state().channel(0));
		grid.click(grid.state().channel(3));
		grid.choose("similarity");
		assertEquals(grid.state().selected(), grid.state().channel(0));
		grid.choose("fixed");
		assertEquals(grid.state().activation().bounds(), grid.state().look().fixed().orElseThrow());
		grid.choose("per layer");
		assertEquals(Optional.empty(), grid.state().look().fixed());
		int dead = grid.state().activation().dead();
		if (dead > 0) {
			grid.pressButton("Hide dead");
			assertEquals(grid.state().activation().channels() - dead, grid.state().count());
		}
		grid.press(']');
		grid.answered();
		assertEquals(Colormap.MAGMA, grid.state().look().colormap(), "kept for other layers");
	}

	@Test
	void keysZoom(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		int width = grid.canvas().tiles().tileWidth();
		grid.press('+');
		assertTrue(grid.canvas().tiles().tileWidth() > width);
		grid.press('-');
		grid.press('-');
		assertTrue(grid.canvas().tiles().tileWidth() < width);
		grid.press('0');
		assertEquals(width, grid.canvas().tiles().tileWidth());
		var wheel = new Event();
		wheel.count = 3;
		wheel.stateMask = SWT.MOD1;
		wheel.doit = true;
		Ui.send(grid.canvas(), SWT.MouseVerticalWheel, wheel);
		assertTrue(grid.canvas().tiles().tileWidth() > width);
		assertFalse(wheel.doit, "nothing scrolls as well");
	}

	@Test
	void theMouseTellsNumbersWithoutAskingAnybody(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		var tile = grid.canvas().bounds(5);
		Ui.hover(grid.canvas(), tile.x + 2, tile.y + 2);
		assertTrue(grid.canvas().getToolTipText().startsWith("Channel 5"), grid.canvas()::getToolTipText);
		assertTrue(grid.says("Channel 5"));
		assertFalse(grid.session().isAsking());
	}

	@Test
	void aPinnedPictureIsComparedWithTheNext(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.press('p');
		assertEquals(2, grid.grids().size());
		grid.press('.');
		grid.answered();
		Ui.until("a difference", () -> grid.grids().size() == 3);
		for (TileCanvas canvas : grid.grids()) {
			assertEquals(grid.state().selected(), canvas.state().selected());
		}
		grid.press('1');
		assertEquals(1, grid.grids().size());
		assertTrue(grid.says("A: starfish-1.jpg"), () -> grid.texts().toList().toString());
		Ui.key(grid.grids().get(0), SWT.NONE, '3');
		assertEquals(Colormap.DIVERGING, grid.grids().get(0).state().look().colormap());
		Ui.key(grid.grids().get(0), SWT.NONE, 'p');
		assertEquals(1, grid.grids().size());
		assertSame(grid.canvas(), grid.grids().get(0));
	}

	@Test
	void whatIsShownIsSelectedInTheWorkbench(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		grid.click(4);
		Object selected = ((IStructuredSelection) window.page().getSelection()).getFirstElement();
		assertEquals(Tidepool.firstLayer() + ":4", selected.toString());
		assertEquals(4, Adapters.adapt(selected, UnitElement.class).index());
		assertEquals(Tidepool.firstLayer(), Adapters.adapt(selected, LayerElement.class).name());
		assertEquals("tidepool.zip", Adapters.adapt(selected, IFile.class).getName());
		IPropertySource properties = Adapters.adapt(selected, IPropertySource.class);
		boolean maximum = false;
		for (IPropertyDescriptor descriptor : properties.getPropertyDescriptors()) {
			maximum |= descriptor.getDisplayName().equals("Maximum");
		}
		assertTrue(maximum, "the properties tell what the unit answers");
	}

	@Test
	void othersShowALayerWhileTheModelIsRead(WorkbenchPage window) throws Exception {
		project.copy(Tidepool.picture("starfish-1.jpg"));
		ActivationGridPage grid = ActivationGridPage.open(window, project.copy(Tidepool.model()));
		LayerDisplay display = Adapters.adapt(grid.editor(), LayerDisplay.class);
		display.showUnit(new UnitAddress("prob", "3", Optional.empty()));
		grid.answered();
		assertEquals("prob", grid.state().activation().layer());
		assertEquals(3, grid.state().selected());
	}

	@Test
	void aDamagedModelIsToldInPlace(WorkbenchPage window) throws Exception {
		IFile file = project.write("damaged.onnx", "no model".getBytes(StandardCharsets.UTF_8));
		ActivationGridPage grid = ActivationGridPage.open(window, file);
		Ui.until("an end", () -> !grid.session().isReading());
		assertTrue(grid.texts().anyMatch(text -> text.contains("damaged.onnx")), () -> grid.texts().toList().toString());
		Files.copy(Tidepool.model(), file.getLocation().toPath(), StandardCopyOption.REPLACE_EXISTING);
		project.copy(Tidepool.picture("starfish-1.jpg"));
		grid.pressButton("Try Again");
		grid.answered();
	}

	@Test
	void aPictureIsPasted(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		var answer = grid.session().activation().orElseThrow();
		var clipboard = new Clipboard(Display.getCurrent());
		try {
			clipboard.setContents(new Object[] { new ImageLoader().load(Tidepool.picture("urchin-1.jpg").toString())[0] },
					new Transfer[] { ImageTransfer.getInstance() });
			grid.editor().getSite().getService(IHandlerService.class)
					.executeCommand(IWorkbenchCommandConstants.EDIT_PASTE, null);
			grid.answered();
		} finally {
			clipboard.dispose();
		}
		assertTrue(grid.session().picture().orElseThrow().file().isEmpty(), "it lies in no file");
		assertNotEquals(answer.bounds(), grid.session().activation().orElseThrow().bounds());
		assertEquals("urchin", grid.session().predictions().orElseThrow().top().get(0).label());
	}

	@Test
	void aDamagedPictureIsToldInPlace(WorkbenchPage window) throws Exception {
		ActivationGridPage grid = tidepool(window);
		IFile broken = project.write("broken.png", "no picture".getBytes(StandardCharsets.UTF_8));
		grid.session().show(ShownPicture.of(broken.getLocation().toPath()));
		Ui.until("the sentence", () -> grid.texts().anyMatch(text -> text.contains("broken.png is not a picture")));
		// Pictures beside it are looked for in a job.
		Ui.until("its place in the folder", () -> grid.texts().anyMatch("2/4"::equals));
		grid.press('.');
		Ui.until("another picture", () -> grid.texts().noneMatch(text -> text.contains("broken.png is not a picture")));
		grid.answered();
	}

	@Test
	void closingWhileTheModelIsReadLeavesNothing(WorkbenchPage window) throws Exception {
		IFile file = project.link(TestData.model("googlenet.onnx"));
		ActivationGridPage grid = ActivationGridPage.open(window, file);
		assertTrue(grid.session().isReading());
		window.page().closeEditor(grid.editor(), false);
		Ui.until("the network to be freed", () -> SharedNetworks.get().files().isEmpty());
	}

	@Test
	void twoEditorsShareOneNetworkAndTheLastFreesIt(WorkbenchPage window) throws Exception {
		project.copy(Tidepool.picture("starfish-1.jpg"));
		IFile one = project.copy(Tidepool.model());
		IFile link = project.project().getFile("link.zip");
		link.createLink(one.getLocation(), 0, null);
		ActivationGridPage first = ActivationGridPage.open(window, one).answered();
		ActivationGridPage second = ActivationGridPage.open(window, link).answered();
		assertSame(first.session().network().orElseThrow().network(), second.session().network().orElseThrow().network());
		assertEquals(1, SharedNetworks.get().files().size());
		window.page().closeEditor(first.editor(), false);
		assertEquals(1, SharedNetworks.get().files().size());
		second.press(']');
		second.answered();
		window.page().closeEditor(second.editor(), false);
		Ui.until("the network to be freed", () -> SharedNetworks.get().files().isEmpty());
	}
}
