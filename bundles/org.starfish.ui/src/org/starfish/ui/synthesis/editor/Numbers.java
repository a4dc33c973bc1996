// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.math.BigDecimal;
import java.math.MathContext;

import org.eclipse.osgi.util.NLS;

/** Numbers in words, with as many digits as say something. */
public final class Numbers {
	private static final MathContext THREE_DIGITS = new MathContext(3);
	private static final int MINUTE = 60;

	private Numbers() {
	}

	/** Three digits, as {@code 16.4}. */
	public static String plain(double number) {
		if (!Double.isFinite(number)) {
			return Double.toString(number);
		}
		double size = Math.abs(number);
		if (size >= 1000 && size < 1e7) {
			return Long.toString(Math.round(number));
		}
		BigDecimal rounded = new BigDecimal(number).round(THREE_DIGITS);
		return size == 0 ? "0" : size < 1e-3 || size >= 1e7 ? Double.toString(rounded.doubleValue()) : rounded.toPlainString();
	}

	/** A time that something will take, as {@code 1 min 20 s}. */
	public static String duration(double seconds) {
		long whole = Math.max(1, Math.round(seconds));
		if (whole < MINUTE) {
			return NLS.bind(Messages.Numbers_seconds, whole);
		}
		if (whole < MINUTE * MINUTE) {
			return NLS.bind(Messages.Numbers_minutes, whole / MINUTE, whole % MINUTE);
		}
		return NLS.bind(Messages.Numbers_hours, whole / (MINUTE * MINUTE), whole / MINUTE % MINUTE);
	}
}
