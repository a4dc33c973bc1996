// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.text.NumberFormat;

import org.eclipse.osgi.util.NLS;
import org.starfish.core.activation.ChannelStatistics;
import org.starfish.core.activation.LayerActivation;

/** Puts the numbers of channels into words. */
final class ChannelText {
	private ChannelText() {
	}

	/** What a channel is called: its index and, if it has one, its label. */
	static String name(LayerActivation activation, int channel) {
		return activation.label(channel).map(label -> NLS.bind(Messages.ChannelText_labelled, channel, label))
				.orElseGet(() -> NLS.bind(
						activation.isSpatial() ? Messages.ChannelText_channel : Messages.ChannelText_element, channel));
	}

	/** Name and numbers in one line. */
	static String line(LayerActivation activation, int channel) {
		return NLS.bind(Messages.ChannelText_line, name(activation, channel), numbers(activation, channel));
	}

	/** The numbers of a channel in one line. */
	static String numbers(LayerActivation activation, int channel) {
		ChannelStatistics numbers = activation.statistics(channel);
		if (activation.positions() == 1) {
			return number(numbers.notFinite() > 0 ? activation.at(channel, 0, 0) : numbers.maximum());
		}
		if (numbers.isDead()) {
			return Messages.ChannelText_dead;
		}
		String text = NLS.bind(Messages.ChannelText_numbers, new Object[] { number(numbers.minimum()),
				number(numbers.mean()), number(numbers.maximum()), percent(numbers.active()) });
		return numbers.notFinite() == 0 ? text : NLS.bind(Messages.ChannelText_notFinite, text, numbers.notFinite());
	}

	/** A number with the three digits that matter, and all before the point. */
	static String number(double value) {
		double size = Math.abs(value);
		if (value == 0 || !Double.isFinite(value)) {
			return value == 0 ? "0" : Double.toString(value);
		}
		if (size < 0.001 || size >= 1e6) {
			return String.format("%.2e", value);
		}
		return String.format(size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
	}

	/** A share of 0 to 1. */
	static String percent(double share) {
		NumberFormat format = NumberFormat.getPercentInstance();
		format.setMaximumFractionDigits(share > 0 && share < 0.01 ? 1 : 0);
		return format.format(share);
	}
}
