// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.starfish.core.StarfishException;

/**
 * How a unit or channel is written everywhere: {@code layer:channel} or {@code layer:channel@x,y}, positions counted
 * from 0, the column first. A channel is an index or, on a layer with labels, one of a label's synonyms, as in
 * {@code prob:starfish}.
 *
 * @param layer name or alias of the layer; empty for the network's first output, so that a class is written by its label alone
 * @param channel index or label
 * @param position where in the channel, if only one position is meant
 */
public record UnitAddress(String layer, String channel, Optional<Position> position) {
	private static final Pattern POSITION = Pattern.compile("(.+)@\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*");

	/**
	 * A position within a channel.
	 *
	 * @param x column, from 0
	 * @param y row, from 0
	 */
	public record Position(int x, int y) {
	}

	/**
	 * A unit or channel that is known to be there.
	 *
	 * @param layer the layer
	 * @param channel its index, from 0
	 * @param position where in the channel, if only one position is meant
	 */
	public record Unit(Layer layer, int channel, Optional<Position> position) {
		/** This unit as an address by index. */
		public UnitAddress address() {
			return new UnitAddress(layer.name(), Integer.toString(channel), position);
		}
	}

	/**
	 * Reads an address.
	 *
	 * @throws StarfishException if the text is none
	 */
	public static UnitAddress parse(String text) throws StarfishException {
		int colon = text.lastIndexOf(':');
		String channel = text.substring(colon + 1).strip();
		if (colon == 0 || channel.isEmpty()) {
			throw new StarfishException(
					"'%s' is no unit; write layer:channel, as in prob:starfish, conv3:17 or conv3:17@5,5, or only a class, as in starfish."
							.formatted(text));
		}
		String layer = text.substring(0, Math.max(colon, 0));
		Matcher matcher = POSITION.matcher(channel);
		if (matcher.matches()) {
			return new UnitAddress(layer, matcher.group(1).strip(), Optional.of(
					new Position(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)))));
		}
		return new UnitAddress(layer, channel, Optional.empty());
	}

	/**
	 * Finds the unit in a network.
	 *
	 * @param labels what the outputs are called, if known
	 * @throws StarfishException if there is no such layer, channel, label or position, or only a layer is named
	 */
	public Unit in(Network network, Optional<Labels> labels) throws StarfishException {
		if (layer.isEmpty() && network.find(channel).isPresent()) {
			throw new StarfishException("'%s' is a layer of %s, not a unit; add one of its channels, as in %s:0."
					.formatted(channel, network.file().getFileName(), channel));
		}
		Layer found = network.layer(layer.isEmpty() ? network.outputs().get(0) : layer);
		Shape shape = found.shape();
		int index = index(found, labels);
		if (index >= shape.channels()) {
			throw new StarfishException("Layer '%s' of %s has the channels 0 to %d, there is no %d.".formatted(
					found.name(), network.file().getFileName(), shape.channels() - 1, index));
		}
		if (position.isPresent()) {
			Position at = position.get();
			if (!shape.isSpatial() || at.x() >= shape.width() || at.y() >= shape.height()) {
				throw new StarfishException("Layer '%s' of %s has %d columns and %d rows, there is no position %d,%d."
						.formatted(found.name(), network.file().getFileName(), shape.width(), shape.height(), at.x(),
								at.y()));
			}
		}
		return new Unit(found, index, position);
	}

	private int index(Layer found, Optional<Labels> labels) throws StarfishException {
		if (channel.chars().allMatch(Character::isDigit)) {
			if (channel.length() > 9) {
				throw new StarfishException("Layer '%s' has no channel %s.".formatted(found.name(), channel));
			}
			return Integer.parseInt(channel);
		}
		if (labels.isEmpty()) {
			throw new StarfishException("'%s' is a label, but no labels are known for this model; name a file with --labels or use an index."
					.formatted(channel));
		}
		if (labels.get().size() != found.shape().channels()) {
			throw new StarfishException("The %d labels do not belong to layer '%s', which has %d channels; use an index."
					.formatted(labels.get().size(), found.name(), found.shape().channels()));
		}
		return labels.get().indexOf(channel);
	}

	/** The address as it is written. */
	@Override
	public String toString() {
		return (layer.isEmpty() ? "" : layer + ':') + channel + position.map(at -> "@" + at.x() + ',' + at.y()).orElse("");
	}
}
