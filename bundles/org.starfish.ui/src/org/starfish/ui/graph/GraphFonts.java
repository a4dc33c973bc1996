// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.graph;

import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** The fonts of a graph: that of the control for names, a smaller one for what is below. Disposed of with the control. */
final class GraphFonts {
	private final Font name;
	private final Font detail;
	private final BoxTexts texts;

	GraphFonts(Control control) {
		name = control.getFont();
		var resources = new LocalResourceManager(JFaceResources.getResources(), control);
		detail = resources.create(FontDescriptor.createFrom(name).increaseHeight(-1));
		var gc = new GC(control);
		try {
			gc.setFont(name);
			int nameHeight = gc.getFontMetrics().getHeight();
			TextWidths nameWidths = new MeasuredWidths(gc);
			gc.setFont(detail);
			texts = new BoxTexts(nameWidths, nameHeight, new MeasuredWidths(gc), gc.getFontMetrics().getHeight());
		} finally {
			gc.dispose();
		}
	}

	Font name() {
		return name;
	}

	Font detail() {
		return detail;
	}

	/** What is written in these fonts, and how large it is. */
	BoxTexts texts() {
		return texts;
	}
}
