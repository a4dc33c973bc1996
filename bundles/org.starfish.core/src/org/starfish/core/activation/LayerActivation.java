// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;

/**
 * What a layer answered to one input, ready to be looked at. Immutable; numbers that cost something are worked out when
 * they are asked for.
 * <p>
 * A picture or sequence has channels with positions; every element of anything else, as of a dense layer, counts as a
 * channel with a single position.
 */
public final class LayerActivation {
	private final String layer;
	private final Shape shape;
	private final int height;
	private final int width;
	private final int channels;
	private final float[] planes;
	private final List<ChannelStatistics> statistics;
	private final Bounds bounds;
	private final Optional<ReceptiveField> field;
	private final List<String> labels;
	private final long nanoseconds;

	private LayerActivation(String layer, Shape shape, float[] planes, Optional<ReceptiveField> field,
			List<String> labels, long nanoseconds) {
		this.layer = layer;
		this.shape = shape;
		this.height = shape.isSpatial() ? shape.height() : 1;
		this.width = shape.isSpatial() ? shape.width() : 1;
		this.channels = shape.isSpatial() ? shape.channels() : (int) shape.size();
		this.planes = planes;
		this.field = field;
		this.labels = labels;
		this.nanoseconds = nanoseconds;
		List<ChannelStatistics> statistics = new ArrayList<>(channels);
		for (int channel = 0; channel < channels; channel++) {
			statistics.add(ChannelStatistics.of(planes, channel * positions(), 1, positions()));
		}
		this.statistics = List.copyOf(statistics);
		this.bounds = Bounds.of(planes, 0, 1, false);
	}

	/**
	 * @param layer the layer's name
	 * @param shape of what it answered
	 * @param values of one example, channels last, as the engine gives them
	 * @param field what its positions see of the input
	 * @param labels what its channels are called; none if nobody knows
	 * @param nanoseconds how long the forward pass took
	 */
	static LayerActivation of(String layer, Shape shape, float[] values, ReceptiveField field, List<String> labels,
			long nanoseconds) {
		int channels = shape.isSpatial() ? shape.channels() : (int) shape.size();
		return new LayerActivation(layer, shape, planes(values, channels), Optional.of(field), labels, nanoseconds);
	}

	/**
	 * An answer of which no more is known.
	 *
	 * @param values of one example, channels last, as the engine gives them
	 */
	static LayerActivation of(String layer, Shape shape, float[] values) {
		int channels = shape.isSpatial() ? shape.channels() : (int) shape.size();
		return new LayerActivation(layer, shape, planes(values, channels), Optional.empty(), List.of(), 0);
	}

	/** Each channel's values together, so that one channel is painted without touching the others. */
	private static float[] planes(float[] values, int channels) {
		int positions = values.length / channels;
		if (positions == 1) {
			return values;
		}
		float[] planes = new float[values.length];
		for (int position = 0, from = 0; position < positions; position++) {
			for (int channel = 0; channel < channels; channel++) {
				planes[channel * positions + position] = values[from++];
			}
		}
		return planes;
	}

	/** The layer's name; of a difference, both names. */
	public String layer() {
		return layer;
	}

	/** The shape in the file's order, without the batch. */
	public Shape shape() {
		return shape;
	}

	/** Rows of a channel. */
	public int height() {
		return height;
	}

	/** Columns of a channel. */
	public int width() {
		return width;
	}

	/** How many channels there are. */
	public int channels() {
		return channels;
	}

	/** How many positions a channel has. */
	public int positions() {
		return height * width;
	}

	/** Whether channels have positions that mean places: a picture or sequence, not a vector. */
	public boolean isSpatial() {
		return shape.isSpatial();
	}

	/** One value. */
	public float at(int channel, int x, int y) {
		return planes[channel * positions() + y * width + x];
	}

	/** The values of one channel, {@code [height, width]}, in a new array. */
	public float[] channel(int channel) {
		return Arrays.copyOfRange(planes, channel * positions(), (channel + 1) * positions());
	}

	/** All values, {@code [height, width, channels]}, in a new array. */
	public float[] values() {
		float[] values = new float[planes.length];
		for (int channel = 0, from = 0; channel < channels; channel++) {
			for (int position = 0; position < positions(); position++) {
				values[position * channels + channel] = planes[from++];
			}
		}
		return values;
	}

	/** All values, {@code [channels, height, width]}; not copied, for this package only. */
	float[] planes() {
		return planes;
	}

	/** The numbers of one channel. */
	public ChannelStatistics statistics(int channel) {
		return statistics.get(channel);
	}

	/** The numbers of all channels. */
	public List<ChannelStatistics> statistics() {
		return statistics;
	}

	/** How many channels answer nothing. */
	public int dead() {
		return (int) statistics.stream().filter(ChannelStatistics::isDead).count();
	}

	/** The least and the greatest value of the layer. */
	public Bounds bounds() {
		return bounds;
	}

	/** The least and the greatest value of a channel. */
	public Bounds bounds(int channel) {
		return new Bounds(statistics.get(channel).minimum(), statistics.get(channel).maximum());
	}

	/** What a channel is called, if it is an output whose labels are known. */
	public Optional<String> label(int channel) {
		return labels.isEmpty() ? Optional.empty() : Optional.of(labels.get(channel));
	}

	/** How long the forward pass took that this was read from, in nanoseconds; 0 if it had run for another layer. */
	public long nanoseconds() {
		return nanoseconds;
	}

	/** What the positions see of the input; empty for a difference of two layers that see it differently. */
	public Optional<ReceptiveField> receptiveField() {
		return field;
	}

	/** About how many bytes this takes. */
	long bytes() {
		return 4L * planes.length + 64L * channels;
	}

	/** How often the values of a channel occur, from its least to its greatest one. */
	public Histogram histogram(int channel, int bins) {
		return Histogram.of(planes, channel * positions(), (channel + 1) * positions(), bounds(channel), bins);
	}

	/**
	 * How like a channel all channels are: the cosine of the angle between their values, -1 to 1. A dead channel is like
	 * none, 0. Where a channel is a single value, 1 for the same value down to 0 for the one farthest away.
	 */
	public float[] similarity(int channel) {
		float[] similarity = new float[channels];
		int positions = positions();
		if (positions == 1) {
			float span = bounds.high() - bounds.low();
			for (int other = 0; other < channels; other++) {
				float distance = Math.abs(planes[other] - planes[channel]);
				similarity[other] = span > 0 && Float.isFinite(distance) ? 1 - distance / span : 0;
			}
			similarity[channel] = 1;
			return similarity;
		}
		double own = product(channel, channel);
		for (int other = 0; other < channels; other++) {
			double cosine = product(channel, other) / Math.sqrt(own * product(other, other));
			similarity[other] = Double.isFinite(cosine) ? (float) Math.clamp(cosine, -1.0, 1.0) : 0;
		}
		return similarity;
	}

	private double product(int one, int other) {
		int positions = positions();
		double sum = 0;
		for (int i = 0; i < positions; i++) {
			sum += (double) planes[one * positions + i] * planes[other * positions + i];
		}
		return sum;
	}

	/**
	 * The channels in the order in which they are to be shown; of equal ones the first comes first.
	 *
	 * @param selected the channel that others are compared with; matters for {@link ChannelSort#SIMILARITY} only
	 * @param hideDead whether channels that answer nothing are left out
	 */
	public int[] order(ChannelSort sort, int selected, boolean hideDead) {
		IntToDoubleFunction rank = switch (sort) {
		case INDEX -> channel -> 0;
		case MAXIMUM -> channel -> -statistics.get(channel).maximum();
		case MEAN -> channel -> -statistics.get(channel).mean();
		case ACTIVITY -> channel -> -statistics.get(channel).active();
		case SIMILARITY -> {
			float[] similarity = similarity(selected);
			// A dead channel is the most like itself, too.
			yield channel -> channel == selected ? -2 : -similarity[channel];
		}
		};
		return IntStream.range(0, channels).filter(channel -> !hideDead || !statistics.get(channel).isDead()).boxed()
				.sorted(Comparator.<Integer>comparingDouble(rank::applyAsDouble).thenComparing(channel -> channel))
				.mapToInt(Integer::intValue).toArray();
	}

	/** Whether a difference can be taken: both have as many channels of the same size. */
	public boolean isComparable(LayerActivation other) {
		return channels == other.channels && height == other.height && width == other.width;
	}

	/**
	 * The difference of two answers, to two inputs or of two layers of equal shape, value by value.
	 *
	 * @throws IllegalArgumentException if they are not {@link #isComparable comparable}
	 */
	public LayerActivation minus(LayerActivation other) {
		if (!isComparable(other)) {
			throw new IllegalArgumentException(shape + " minus " + other.shape);
		}
		float[] difference = new float[planes.length];
		for (int i = 0; i < difference.length; i++) {
			difference[i] = planes[i] - other.planes[i];
		}
		String name = layer.equals(other.layer) ? layer : layer + " - " + other.layer;
		return new LayerActivation(name, shape, difference, field.equals(other.field) ? field : Optional.empty(), labels,
				nanoseconds + other.nanoseconds);
	}
}
