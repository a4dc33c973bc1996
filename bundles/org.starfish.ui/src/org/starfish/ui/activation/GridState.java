// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Arrays;

import org.starfish.core.activation.ChannelSort;
import org.starfish.core.activation.LayerActivation;

/**
 * What a grid shows: which channels of which answer, in which order and colours, and which one is selected. Immutable,
 * and without widgets. A <em>place</em> is a position in the grid, counted row after row.
 */
public final class GridState {
	/** Ways to go from one channel to another. */
	public enum Move {
		LEFT, RIGHT, UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST
	}

	private final LayerActivation activation;
	private final GridLook look;
	/** The channel that the others are compared with when they are sorted by similarity. */
	private final int reference;
	private final int selected;
	private final int[] order;
	/** The place of each channel; -1 for those that are left out. */
	private final int[] places;

	private GridState(LayerActivation activation, GridLook look, int reference, int selected, int[] order) {
		this.activation = activation;
		this.look = look;
		this.reference = reference;
		this.selected = selected;
		this.order = order;
		places = new int[activation.channels()];
		Arrays.fill(places, -1);
		for (int place = 0; place < order.length; place++) {
			places[order[place]] = place;
		}
	}

	private static GridState sorted(LayerActivation activation, GridLook look, int reference, int selected) {
		return new GridState(activation, look, reference, selected,
				activation.order(look.sort(), reference, look.hideDead()));
	}

	/**
	 * Shows an answer.
	 *
	 * @param selected a channel of it
	 */
	public static GridState of(LayerActivation activation, GridLook look, int selected) {
		return sorted(activation, look, selected, selected);
	}

	/**
	 * The same with another answer. When it is of the same layer, channels that are sorted by similarity are still
	 * compared with the same one.
	 */
	public GridState with(LayerActivation other, int channel) {
		boolean sameLayer = other.layer().equals(activation.layer()) && reference < other.channels();
		return sorted(other, look, sameLayer ? reference : channel, channel);
	}

	/**
	 * The same in another look. Sorting by similarity compares with the channel that is selected now, and goes on doing
	 * so when another is selected: otherwise the grid would jump with each selection.
	 */
	public GridState with(GridLook other) {
		boolean sorting = other.sort() != look.sort();
		if (!sorting && other.hideDead() == look.hideDead()) {
			return new GridState(activation, other, reference, selected, order);
		}
		return sorted(activation, other, sorting ? selected : reference, selected);
	}

	/** The same, with what is most like the selected channel first. */
	public GridState similarToSelected() {
		return sorted(activation, look.with(ChannelSort.SIMILARITY), selected, selected);
	}

	/**
	 * The same with the channels of another answer at the same places, in other colours.
	 *
	 * @param other has as many channels
	 */
	public GridState beside(LayerActivation other, GridLook otherLook) {
		if (other.channels() != activation.channels()) {
			throw new IllegalArgumentException(other.channels() + " channels beside " + activation.channels());
		}
		return new GridState(other, otherLook, reference, selected, order);
	}

	/** The same with another channel selected. */
	public GridState select(int channel) {
		return channel == selected ? this : new GridState(activation, look, reference, channel, order);
	}

	public LayerActivation activation() {
		return activation;
	}

	public GridLook look() {
		return look;
	}

	/** The selected channel; it may be one that is left out. */
	public int selected() {
		return selected;
	}

	/** The channel that the others are compared with when they are sorted by similarity. */
	public int reference() {
		return reference;
	}

	/** How many channels are shown. */
	public int count() {
		return order.length;
	}

	/** The channels in the order in which they are shown, in a new array. */
	public int[] order() {
		return order.clone();
	}

	/** The channel at a place. */
	public int channel(int place) {
		return order[place];
	}

	/** The place of a channel; -1 if it is left out. */
	public int place(int channel) {
		return places[channel];
	}

	/**
	 * The channel that lies in a direction from the selected one; the selected one itself where there is no other.
	 *
	 * @param columns how many tiles are in a row
	 * @param rows how many rows are a page
	 */
	public int moved(Move move, int columns, int rows) {
		if (order.length == 0) {
			return selected;
		}
		int place = places[selected];
		if (place < 0) {
			return order[move == Move.LAST ? order.length - 1 : 0];
		}
		int last = order.length - 1;
		int to = switch (move) {
		case LEFT -> Math.max(place - 1, 0);
		case RIGHT -> Math.min(place + 1, last);
		case UP -> place >= columns ? place - columns : place;
		case DOWN -> place / columns < last / columns ? Math.min(place + columns, last) : place;
		case PAGE_UP -> place - columns * Math.min(Math.max(rows, 1), place / columns);
		case PAGE_DOWN -> Math.min(place + columns * Math.min(Math.max(rows, 1), last / columns - place / columns), last);
		case FIRST -> 0;
		case LAST -> last;
		};
		return order[to];
	}
}
