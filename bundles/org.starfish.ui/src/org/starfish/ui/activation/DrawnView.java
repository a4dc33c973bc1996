// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * A control that we draw ourselves, on the background of what it lies in: themes give colours to controls by their
 * class, and do not know ours.
 */
public abstract class DrawnView extends Canvas {
	/**
	 * @param parent whose colours it has
	 * @param style beside double buffering
	 */
	protected DrawnView(Composite parent, int style) {
		super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		addPaintListener(event -> {
			event.gc.setBackground(ground());
			event.gc.fillRectangle(getClientArea());
			event.gc.setForeground(ink());
			paint(event.gc);
		});
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = describe();
			}
		});
	}

	/** Draws, on the background that is there already. */
	protected abstract void paint(GC gc);

	/** Says what is to be seen, for those who cannot see it. */
	protected abstract String describe();

	/** The colour of the background. */
	protected final Color ground() {
		return getParent().getBackground();
	}

	/** The colour of text. */
	protected final Color ink() {
		return getParent().getForeground();
	}
}
