// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.osgi.util.NLS;

/** Says what the sides of a comparison are. */
final class ComparedNames {
	private ComparedNames() {
	}

	/**
	 * What tells a side from the other one.
	 *
	 * @param side as in {@code A}
	 * @param kind what is compared
	 */
	static String of(String side, Comparison.Kind kind, ShownPicture picture, String layer) {
		return switch (kind) {
		case PICTURES -> NLS.bind(Messages.ComparedNames_side, side, picture.name());
		case LAYERS -> NLS.bind(Messages.ComparedNames_side, side, layer);
		case UNDECIDED -> NLS.bind(Messages.ComparedNames_undecided, side);
		};
	}
}
