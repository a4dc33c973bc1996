// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.core.activation;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.starfish.core.StarfishException;
import org.starfish.core.image.Area;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.ReceptiveField;
import org.starfish.core.network.Shape;
import org.starfish.core.preprocessing.Preprocessing;

/**
 * A picture as a network takes it. Two are equal if the network sees the same, whatever way they were made. Immutable.
 */
public final class PreparedInput {
	private final RgbImage picture;
	private final Preprocessing preprocessing;
	private final Shape shape;
	private final float[] values;
	private final String fingerprint;

	private PreparedInput(RgbImage picture, Preprocessing preprocessing, Shape shape, float[] values) {
		this.picture = picture;
		this.preprocessing = preprocessing;
		this.shape = shape;
		this.values = values;
		this.fingerprint = fingerprint(values);
	}

	/**
	 * Prepares a picture. Takes a moment for a large one.
	 *
	 * @param picture of any size
	 * @param shape the network's input shape
	 * @throws StarfishException if a network of that shape takes no pictures
	 */
	public static PreparedInput of(RgbImage picture, Preprocessing preprocessing, Shape shape)
			throws StarfishException {
		return new PreparedInput(picture, preprocessing, shape, preprocessing.toInput(picture, shape));
	}

	/** The picture as it was handed in. */
	public RgbImage picture() {
		return picture;
	}

	/** How it was prepared. */
	public Preprocessing preprocessing() {
		return preprocessing;
	}

	/** The network's input shape. */
	public Shape shape() {
		return shape;
	}

	/** {@code [h, w, c]}; not copied, for this package only, which leaves it alone. */
	float[] values() {
		return values;
	}

	/** What the network sees, turned back into a picture: of its size, cropped or stretched, gray if it takes gray. */
	public RgbImage seen() {
		return preprocessing.toImage(values, shape);
	}

	/** What the network is given, in numbers, for each of its channels. */
	public List<ChannelStatistics> statistics() {
		return ChannelStatistics.of(values, shape);
	}

	/** The part of the picture that the network sees, in the picture's pixels. */
	public Area part() {
		return preprocessing.fit().part(picture.width(), picture.height(), shape.width(), shape.height());
	}

	/** Where a rectangle of the network's input lies in the picture, in the picture's pixels. */
	public Area toPicture(Area input) {
		return input.within(shape.width(), shape.height(), part());
	}

	/**
	 * What a position of a layer sees, in the picture's pixels: the part of its receptive field that lies in the picture.
	 *
	 * @param x column of the position, from 0
	 * @param y row of the position, from 0
	 */
	public Area receptiveField(ReceptiveField field, int x, int y) {
		return toPicture(field.at(x, y).intersection(new Area(0, 0, shape.width(), shape.height())));
	}

	/** Tells inputs apart: what the network sees, as SHA-256. */
	String fingerprint() {
		return fingerprint;
	}

	private static String fingerprint(float[] values) {
		ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(Float.BYTES, values.length));
		bytes.asFloatBuffer().put(values);
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PreparedInput input && fingerprint.equals(input.fingerprint);
	}

	@Override
	public int hashCode() {
		return fingerprint.hashCode();
	}

	@Override
	public String toString() {
		return "PreparedInput[" + picture + ", " + preprocessing.name() + "]";
	}
}
