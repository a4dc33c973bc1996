// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** The colours of what we draw ourselves; all others are the theme's. They stand on light and dark backgrounds. */
public final class GridColors {
	/** What is selected. */
	public static final Color SELECTION = new Color(232, 89, 12);
	/** Bars. */
	public static final Color BAR = new Color(110, 156, 219);
	/** Around what is drawn over a picture of any colour. */
	public static final Color HALO = new Color(255, 255, 255);

	private GridColors() {
	}

	/** Text that is less important than other text. */
	public static Color muted(Control control) {
		Color color = JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
		return color == null ? control.getForeground() : color;
	}
}
