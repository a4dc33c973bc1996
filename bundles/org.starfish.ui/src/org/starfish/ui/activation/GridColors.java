// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/** The colours of what we draw ourselves; all others are the theme's. They stand on light and dark backgrounds. */
public final class GridColors {
	/** What is selected. */
	public static final Color SELECTION = new Color(232, 89, 12);
	/** Bars. */
	public static final Color BAR = new Color(110, 156, 219);
	/** Around what is drawn over a picture of any colour. */
	public static final Color HALO = new Color(255, 255, 255);
	/** How much of the text's colour is left in less important text: enough for a contrast of 4.5 to 1. */
	private static final double MUTED = 0.7;

	private GridColors() {
	}

	/** Text in a control that is less important than other text, and still to be read on any background. */
	public static Color muted(Control control) {
		Control ground = control.getParent() == null ? control : control.getParent();
		RGB paper = ground.getBackground().getRGB();
		RGB ink = ground.getForeground().getRGB();
		return new Color(mix(paper.red, ink.red), mix(paper.green, ink.green), mix(paper.blue, ink.blue));
	}

	private static int mix(int paper, int ink) {
		return (int) Math.round(paper + (ink - paper) * MUTED);
	}
}
