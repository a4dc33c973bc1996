// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.image.Colormap;
import org.starfish.ui.activation.GridState.Move;

class GridStateTest {
	private static LayerActivation answer;
	private static LayerActivation other;

	@BeforeAll
	static void ask() throws Exception {
		String layer = Tidepool.firstLayer();
		answer = Tidepool.answer(layer, "starfish-1.jpg");
		other = Tidepool.answer(layer, "urchin-1.jpg");
	}

	private static GridState state(int selected) {
		return GridState.of(answer, GridLook.DEFAULT, selected);
	}

	@Test
	void atFirstEachChannelIsAtItsOwnPlace() {
		GridState state = state(3);
		assertEquals(answer.channels(), state.count());
		assertArrayEquals(IntStream.range(0, answer.channels()).toArray(), state.order());
		assertEquals(5, state.place(5));
		assertEquals(3, state.selected());
	}

	@Test
	void sortingChangesPlacesAndKeepsTheSelection() {
		GridState sorted = state(3).with(GridLook.DEFAULT.with(ChannelSort.MAXIMUM));
		assertEquals(3, sorted.selected());
		float former = Float.POSITIVE_INFINITY;
		for (int place = 0; place < sorted.count(); place++) {
			float maximum = answer.statistics(sorted.channel(place)).maximum();
			assertTrue(maximum <= former);
			former = maximum;
			assertEquals(place, sorted.place(sorted.channel(place)));
		}
	}

	@Test
	void likenessIsThatToTheChannelThatWasSelectedWhenSorting() {
		GridState sorted = state(3).with(GridLook.DEFAULT.with(ChannelSort.SIMILARITY));
		assertEquals(3, sorted.channel(0));
		GridState moved = sorted.select(sorted.channel(1));
		assertArrayEquals(sorted.order(), moved.order(), "the grid stays");
		assertEquals(3, moved.reference());
		GridState again = moved.similarToSelected();
		assertEquals(moved.selected(), again.channel(0));
		assertArrayEquals(sorted.order(), moved.with(moved.look().with(Colormap.MAGMA)).order());
	}

	@Test
	void anotherPictureKeepsWhatIsComparedWith() {
		GridState sorted = state(3).similarToSelected();
		GridState shown = sorted.select(5).with(other, 5);
		assertEquals(3, shown.reference());
		assertEquals(3, shown.channel(0));
		assertEquals(5, shown.selected());
	}

	@Test
	void deadChannelsAreLeftOut() {
		GridState hidden = state(0).with(GridLook.DEFAULT.hidingDead(true));
		assertEquals(answer.channels() - answer.dead(), hidden.count());
		for (int channel = 0; channel < answer.channels(); channel++) {
			assertEquals(answer.statistics(channel).isDead(), hidden.place(channel) < 0);
		}
	}

	@Test
	void keysGoFromChannelToChannel() {
		int last = answer.channels() - 1;
		assertEquals(0, state(0).moved(Move.LEFT, 5, 3));
		assertEquals(1, state(0).moved(Move.RIGHT, 5, 3));
		assertEquals(last, state(last).moved(Move.RIGHT, 5, 3));
		assertEquals(5, state(0).moved(Move.DOWN, 5, 3));
		assertEquals(2, state(2).moved(Move.UP, 5, 3), "the first row");
		assertEquals(2, state(7).moved(Move.UP, 5, 3));
		assertEquals(15, state(0).moved(Move.PAGE_DOWN, 5, 3));
		assertEquals(1, state(11).moved(Move.PAGE_UP, 5, 3));
		assertEquals(last, state(4).moved(Move.LAST, 5, 3));
		assertEquals(0, state(4).moved(Move.FIRST, 5, 3));
	}

	@Test
	void downFromAboveAnIncompleteRowGoesToTheLast() {
		int channels = answer.channels();
		int columns = channels - 2;
		assertEquals(channels - 1, state(columns - 1).moved(Move.DOWN, columns, 1));
		assertEquals(channels - 1, state(channels - 1).moved(Move.DOWN, columns, 1));
		assertEquals(channels - 1, state(columns - 1).moved(Move.PAGE_DOWN, columns, 9));
	}

	@Test
	void keysFollowTheOrderThatIsSeen() {
		GridState sorted = state(0).with(GridLook.DEFAULT.with(ChannelSort.MEAN));
		GridState first = sorted.select(sorted.channel(0));
		assertEquals(sorted.channel(1), first.moved(Move.RIGHT, 4, 2));
		assertEquals(sorted.channel(4), first.moved(Move.DOWN, 4, 2));
	}

	@Test
	void anotherAnswerBesideHasTheSamePlaces() {
		GridState sorted = state(2).with(GridLook.DEFAULT.with(ChannelSort.MAXIMUM));
		GridState beside = sorted.beside(other, GridLook.DEFAULT.with(Colormap.GRAY));
		assertArrayEquals(sorted.order(), beside.order());
		assertSame(other, beside.activation());
		assertEquals(Colormap.GRAY, beside.look().colormap());
	}

	@Test
	void anAnswerOfOtherChannelsCannotBeBeside() throws Exception {
		LayerActivation output = Tidepool.answer("prob", "starfish-1.jpg");
		assertNotEquals(answer.channels(), output.channels());
		assertThrows(IllegalArgumentException.class, () -> state(0).beside(output, GridLook.DEFAULT));
	}
}
