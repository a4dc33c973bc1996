// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Position;
import org.starfish.core.preprocessing.Preprocessing;
import org.starfish.ui.activation.ModelSession.Change;
import org.starfish.ui.tests.pages.Ui;

class ModelSessionTest {
	@TempDir
	Path folder;
	private final ModelMemory memory = new ModelMemory(new DialogSettings("test"));
	private final List<Change> changes = new ArrayList<>();
	private ModelSession session = session(Tidepool.model());

	private ModelSession session(Path model) {
		Display display = Display.getCurrent();
		var made = new ModelSession(model, SharedNetworks.get(), memory, display::asyncExec);
		made.addListener(changes::add);
		return made;
	}

	@AfterEach
	void close() {
		session.close();
		Ui.until("jobs to end", () -> Job.getJobManager().find(session.owner()).length == 0);
		Ui.settle();
	}

	private void open() {
		session.open();
		Ui.until("the model", () -> !session.isReading());
		assertEquals(Optional.empty(), session.trouble());
	}

	private LayerActivation answered() {
		Ui.until("an answer", () -> !session.isAsking());
		assertEquals(Optional.empty(), session.answerTrouble());
		return session.activation().orElseThrow();
	}

	private void show(String picture) {
		session.show(ShownPicture.of(Tidepool.picture(picture)));
	}

	@Test
	void aPictureIsAnsweredByTheFirstLayer() throws Exception {
		show("starfish-1.jpg");
		open();
		LayerActivation answer = answered();
		assertEquals(Tidepool.firstLayer(), answer.layer());
		assertEquals(Tidepool.firstLayer(), session.layer().orElseThrow());
		assertEquals(answer.layer(), session.unit().orElseThrow().layer());
		Ui.until("predictions", () -> session.predictions().isPresent());
		assertEquals("starfish", session.predictions().get().top().get(0).label());
	}

	@Test
	void theLayerOfTheLastTimeIsShownAgain() {
		memory.rememberLayer(Tidepool.model(), "prob");
		open();
		assertEquals(Optional.of("prob"), session.layer());
	}

	@Test
	void aLayerThatWasRememberedButIsGoneDoesNotMatter() throws Exception {
		memory.rememberLayer(Tidepool.model(), "no such layer");
		open();
		assertEquals(Tidepool.firstLayer(), session.layer().orElseThrow());
	}

	@Test
	void whatIsToBeShownIsRememberedWhileTheModelIsRead() {
		session.open();
		session.showUnit(new UnitAddress("prob", "urchin", Optional.empty()));
		show("starfish-1.jpg");
		Ui.until("the model", () -> !session.isReading());
		answered();
		assertEquals("prob", session.layer().orElseThrow());
		int urchin = Integer.parseInt(session.unit().orElseThrow().channel());
		assertEquals("urchin", session.activation().orElseThrow().label(urchin).orElseThrow());
	}

	@Test
	void anotherLayerOfTheSamePictureIsAnsweredAtOnceWhenItIsKnown() {
		show("starfish-1.jpg");
		open();
		LayerActivation first = answered();
		Ui.until("predictions", () -> session.predictions().isPresent());
		session.showLayer("prob");
		answered();
		changes.clear();
		session.showLayer(first.layer());
		assertFalse(session.isAsking(), "no job is needed");
		assertSame(first, session.activation().orElseThrow());
		assertEquals(List.of(Change.LAYER, Change.ANSWER), changes);
	}

	@Test
	void aNewerRequestReplacesAnOlderOne() {
		open();
		show("starfish-1.jpg");
		show("urchin-1.jpg");
		show("jellyfish-1.jpg");
		answered();
		Ui.until("predictions", () -> session.predictions().isPresent());
		assertEquals("jellyfish", session.predictions().get().top().get(0).label());
		assertEquals(1, changes.stream().filter(Change.ANSWER::equals).count());
	}

	@Test
	void eachLayerKeepsItsSelectedUnit() throws Exception {
		show("starfish-1.jpg");
		open();
		answered();
		session.select(3, Optional.of(new Position(1, 2)));
		session.showLayer("prob");
		answered();
		assertNotEquals(Optional.of("3"), session.unit().map(UnitAddress::channel));
		session.showLayer(Tidepool.firstLayer());
		answered();
		assertEquals(Tidepool.firstLayer() + ":3@1,2", session.unit().orElseThrow().toString());
	}

	@Test
	void aLayerThatIsNotThereIsToldInASentence() {
		show("starfish-1.jpg");
		open();
		answered();
		session.showLayer("conv99");
		assertTrue(session.answerTrouble().orElseThrow().contains("conv99"), session.answerTrouble()::toString);
		session.showUnit(new UnitAddress("prob", "1000", Optional.empty()));
		assertTrue(session.answerTrouble().orElseThrow().contains("1000"), session.answerTrouble()::toString);
	}

	@Test
	void aPictureThatCannotBeReadIsToldInASentence() throws Exception {
		open();
		Path broken = Files.writeString(folder.resolve("broken.png"), "no picture");
		session.show(ShownPicture.of(broken));
		Ui.until("an end", () -> !session.isAsking());
		assertTrue(session.answerTrouble().orElseThrow().contains("broken.png"));
		show("starfish-1.jpg");
		answered();
	}

	@Test
	void anotherPreprocessingIsTriedAtOnceAndStoredForAll() throws Exception {
		Path copy = Files.copy(Tidepool.model(), folder.resolve("copy.zip"));
		session.close();
		session = session(copy);
		show("starfish-1.jpg");
		open();
		LayerActivation before = answered();
		session.use(Preprocessing.RAW);
		LayerActivation after = answered();
		assertNotEquals(before.bounds(), after.bounds());
		session.network().orElseThrow().store(Preprocessing.ZERO_ONE, "tried");
		Ui.until("the stored one", () -> session.preprocessing().equals(Optional.of(Preprocessing.ZERO_ONE)));
		answered();
	}

	@Test
	void aModelThatCannotBeReadIsToldInASentence() throws Exception {
		session.close();
		session = session(Files.writeString(folder.resolve("damaged.onnx"), "no model"));
		session.open();
		Ui.until("trouble", () -> session.trouble().isPresent());
		assertFalse(session.isReading());
		assertTrue(session.trouble().get().contains("damaged.onnx"), session.trouble()::get);
		Files.copy(Tidepool.model(), session.file(), StandardCopyOption.REPLACE_EXISTING);
		open();
	}

	@Test
	void readingCanBeCancelledAndBegunAgain() {
		session.open();
		session.cancel();
		assertFalse(session.isReading());
		assertTrue(session.trouble().orElseThrow().contains("cancelled"));
		open();
	}

	@Test
	void closingWhileReadingLeavesNothingOpen() {
		session.open();
		session.close();
		Ui.until("jobs to end", () -> Job.getJobManager().find(session.owner()).length == 0);
		Ui.settle();
		Ui.until("the network to be freed", () -> SharedNetworks.get().files().isEmpty());
	}

	@Test
	void closingFreesTheNetwork() {
		show("starfish-1.jpg");
		open();
		answered();
		assertEquals(1, SharedNetworks.get().files().size());
		session.close();
		Ui.until("the network to be freed", () -> SharedNetworks.get().files().isEmpty());
	}
}
