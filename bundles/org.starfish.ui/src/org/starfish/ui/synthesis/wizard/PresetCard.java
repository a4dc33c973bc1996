// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.synthesis.Fonts;

/** A preset as a card: what its pictures look like, its name, and what it is good for. */
final class PresetCard extends Canvas {
	private static final int WIDTH = 124;
	private static final int PADDING = 8;
	private static final int PICTURE = WIDTH - 2 * PADDING;
	private static final int ARC = 8;
	private static final int FRAME_ALPHA = 110;
	/** How much of the text's colour there is in what is less important. */
	private static final double SOFTNESS = 0.68;

	private final Preset preset;
	private final Image picture;
	private final Font bold;
	private boolean selected;
	private boolean pointed;

	/**
	 * @param picture an example; not disposed here
	 */
	PresetCard(Composite parent, Preset preset, Image picture) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.preset = preset;
		this.picture = picture;
		bold = Fonts.bold(this);
		setToolTipText(preset.source());
		addPaintListener(event -> paint(event.gc));
		addListener(SWT.MouseEnter, event -> point(true));
		addListener(SWT.MouseExit, event -> point(false));
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = PresetText.title(preset);
			}

			@Override
			public void getDescription(AccessibleEvent event) {
				event.result = PresetText.sentence(preset);
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_RADIOBUTTON;
			}

			@Override
			public void getState(AccessibleControlEvent event) {
				event.detail = ACC.STATE_FOCUSABLE | (selected ? ACC.STATE_CHECKED : 0)
						| (isFocusControl() ? ACC.STATE_FOCUSED : 0);
			}
		});
	}

	Preset preset() {
		return preset;
	}

	boolean isSelected() {
		return selected;
	}

	void select(boolean on) {
		if (selected != on) {
			selected = on;
			redraw();
		}
	}

	private void point(boolean on) {
		pointed = on;
		redraw();
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		gc.setAntialias(SWT.ON);
		gc.setLineWidth(selected ? 2 : 1);
		gc.setForeground(selected ? GridColors.BAR : soft());
		gc.setAlpha(selected || pointed ? 255 : FRAME_ALPHA);
		gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, ARC, ARC);
		gc.setAlpha(255);
		Rectangle size = picture.getBounds();
		gc.setInterpolation(SWT.HIGH);
		gc.drawImage(picture, 0, 0, size.width, size.height, PADDING, PADDING, PICTURE, PICTURE);
		int y = 2 * PADDING + PICTURE - 2;
		y += text(gc, PresetText.title(preset), bold, getForeground(), y);
		text(gc, PresetText.sentence(preset), getFont(), soft(), y + 2);
		if (isFocusControl()) {
			gc.drawFocus(3, 3, area.width - 6, area.height - 6);
		}
	}

	/** Between text and ground, whatever theme they are of. */
	private Color soft() {
		Color text = getForeground();
		Color ground = getBackground();
		return new Color(mixed(text.getRed(), ground.getRed()), mixed(text.getGreen(), ground.getGreen()),
				mixed(text.getBlue(), ground.getBlue()));
	}

	private static int mixed(int text, int ground) {
		return (int) Math.round(SOFTNESS * text + (1 - SOFTNESS) * ground);
	}

	private int text(GC gc, String text, Font font, Color color, int y) {
		TextLayout layout = layout(text, font);
		gc.setForeground(color);
		layout.draw(gc, PADDING, y);
		int height = layout.getBounds().height;
		layout.dispose();
		return height;
	}

	private TextLayout layout(String text, Font font) {
		var layout = new TextLayout(getDisplay());
		layout.setText(text);
		layout.setFont(font);
		layout.setWidth(PICTURE);
		return layout;
	}

	private int height(String text, Font font) {
		TextLayout layout = layout(text, font);
		int height = layout.getBounds().height;
		layout.dispose();
		return height;
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(WIDTH, 3 * PADDING + PICTURE + height(PresetText.title(preset), bold)
				+ height(PresetText.sentence(preset), getFont()));
	}
}
