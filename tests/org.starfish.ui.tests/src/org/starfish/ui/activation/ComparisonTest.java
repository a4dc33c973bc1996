// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.TileGrid.Range;
import org.starfish.core.image.Colormap;
import org.starfish.core.jobs.SharedNetworks;
import org.starfish.core.model.LayerFacts;
import org.starfish.ui.tests.pages.Ui;

class ComparisonTest {
	private final Display display = Display.getCurrent();
	private final ModelSession session = new ModelSession(Tidepool.model(), SharedNetworks.get(),
			new ModelMemory(new DialogSettings("test")), display::asyncExec);
	private Comparison comparison;

	@BeforeEach
	void pin() {
		session.show(ShownPicture.of(Tidepool.picture("starfish-1.jpg")));
		session.open();
		Ui.until("an answer", () -> session.predictions().isPresent());
		comparison = new Comparison(session, display::asyncExec, () -> { });
	}

	@AfterEach
	void close() {
		comparison.close();
		session.close();
		Ui.until("jobs to end", () -> Job.getJobManager().find(session.owner()).length == 0
				&& Job.getJobManager().find(comparison).length == 0);
		Ui.settle();
	}

	private void show(String picture) {
		session.show(ShownPicture.of(Tidepool.picture(picture)));
		Ui.until("an answer", () -> !session.isAsking());
	}

	private void showLayer(String layer) {
		session.showLayer(layer);
		Ui.until("an answer", () -> !session.isAsking());
	}

	private static float difference(LayerActivation a, LayerActivation b) {
		return a.at(1, 2, 2) - b.at(1, 2, 2);
	}

	@Test
	void atFirstThereIsNothingToCompare() {
		assertEquals(Comparison.Kind.UNDECIDED, comparison.kind());
		assertEquals(Optional.empty(), comparison.difference());
	}

	@Test
	void anotherPictureIsComparedInWhateverLayer() {
		show("urchin-1.jpg");
		assertEquals(Comparison.Kind.PICTURES, comparison.kind());
		Ui.until("a difference", () -> comparison.difference().isPresent());
		assertEquals(difference(comparison.activation(), session.activation().orElseThrow()),
				comparison.difference().get().at(1, 2, 2));
		showLayer("prob");
		Ui.until("A in the other layer", () -> comparison.activation().layer().equals("prob"));
		assertEquals("starfish-1.jpg", comparison.picture().name());
		Ui.until("a difference", () -> comparison.difference().filter(found -> found.layer().equals("prob")).isPresent());
	}

	@Test
	void anotherLayerIsComparedForWhateverPicture() {
		LayerActivation pinned = comparison.activation();
		LayerFacts alike = session.facts().orElseThrow().layers().stream()
				.filter(layer -> !layer.name().equals(pinned.layer()) && layer.shape().equals(pinned.shape())).findFirst()
				.orElseThrow();
		showLayer(alike.name());
		assertEquals(Comparison.Kind.LAYERS, comparison.kind());
		Ui.until("a difference", () -> comparison.difference().isPresent());
		show("urchin-1.jpg");
		Ui.until("A for the other picture", () -> comparison.activation() != pinned);
		assertEquals(pinned.layer(), comparison.activation().layer());
		assertEquals("urchin-1.jpg", comparison.picture().name());
		Ui.until("a difference", () -> comparison.difference().isPresent());
	}

	@Test
	void layersOfOtherShapesHaveNoDifference() {
		showLayer("prob");
		assertEquals(Comparison.Kind.LAYERS, comparison.kind());
		Ui.settle();
		assertEquals(Optional.empty(), comparison.difference());
		GridState b = GridState.of(session.activation().orElseThrow(), GridLook.DEFAULT, 0);
		ComparedStates states = ComparedStates.of(comparison, b, "A", "B", 1000);
		assertEquals(Optional.empty(), states.difference());
		assertEquals(comparison.activation().channels() - 1, states.a().selected(), "as near as can be");
	}

	@Test
	void theSameChannelsAreAtTheSamePlacesSortedByTheDifference() {
		show("urchin-1.jpg");
		Ui.until("a difference", () -> comparison.difference().isPresent());
		GridState b = GridState.of(session.activation().orElseThrow(), GridLook.DEFAULT.with(ChannelSort.MAXIMUM), 2);
		ComparedStates states = ComparedStates.of(comparison, b, "A", "B", 0);
		LayerActivation difference = comparison.difference().orElseThrow();
		assertArrayEquals(difference.order(ChannelSort.MAXIMUM, 0, false), states.b().order());
		assertArrayEquals(states.b().order(), states.a().order());
		assertArrayEquals(states.b().order(), states.difference().orElseThrow().order());
		assertEquals(Colormap.DIVERGING, states.difference().get().look().colormap());
		assertEquals(Colormap.VIRIDIS, states.a().look().colormap());
		assertEquals(2, states.a().selected());
	}

	@Test
	void aRangeOfTheLayerIsThatOfBoth() {
		show("urchin-1.jpg");
		Ui.until("a difference", () -> comparison.difference().isPresent());
		GridState b = GridState.of(session.activation().orElseThrow(), GridLook.DEFAULT.with(Range.LAYER), 0);
		ComparedStates states = ComparedStates.of(comparison, b, "A", "B", 0);
		var bounds = states.a().look().fixed().orElseThrow();
		assertEquals(states.b().look().fixed(), states.a().look().fixed());
		assertTrue(bounds.high() >= comparison.activation().bounds().high());
		assertTrue(bounds.high() >= b.activation().bounds().high());
		assertFalse(ComparedStates.of(comparison, b.with(GridLook.DEFAULT), "A", "B", 0).a().look().fixed().isPresent());
	}
}
