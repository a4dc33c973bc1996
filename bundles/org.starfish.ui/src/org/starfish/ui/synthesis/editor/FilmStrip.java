// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.starfish.core.synthesis.Film.Still;
import org.starfish.ui.activation.DrawnView;
import org.starfish.ui.activation.GridColors;
import org.starfish.ui.activation.Pixels;

/** Shows some pictures of a film, as many as there is room for, from the first to the last one; a click chooses one. */
final class FilmStrip extends DrawnView {
	private static final int SIDE = 64;
	private static final int GAP = 5;
	private static final int FRAME = 2;

	private List<Still> stills = List.of();
	private int chosen;
	/** As small as they are seen, by step; those that are not seen any more are disposed. */
	private final Map<Integer, Image> images = new HashMap<>();

	/**
	 * @param click gets the index of the picture that was clicked
	 */
	FilmStrip(Composite parent, IntConsumer click) {
		super(parent, SWT.NO_FOCUS);
		addDisposeListener(event -> images.values().forEach(Image::dispose));
		addMouseListener(MouseListener.mouseDownAdapter(event -> {
			int place = event.x / (SIDE + GAP);
			if (place < places()) {
				click.accept(index(place));
			}
		}));
	}

	/**
	 * Shows a film.
	 *
	 * @param index of the picture that is looked at
	 */
	void show(List<Still> film, int index) {
		if (film.size() != stills.size() || index != chosen) {
			stills = film;
			chosen = index;
			redraw();
		}
	}

	private int places() {
		return Math.min(stills.size(), Math.max(1, (getClientArea().width + GAP) / (SIDE + GAP)));
	}

	/** The index of the picture at a place: evenly from the first to the last. */
	private int index(int place) {
		int places = places();
		return places == 1 ? stills.size() - 1 : (int) Math.round((double) place * (stills.size() - 1) / (places - 1));
	}

	@Override
	protected String describe() {
		return stills.isEmpty() ? Messages.FilmStrip_empty
				: NLS.bind(Messages.FilmStrip_text, stills.size(), stills.getLast().step());
	}

	@Override
	protected void paint(GC gc) {
		int nearest = 0;
		for (int place = 1; place < places(); place++) {
			if (Math.abs(index(place) - chosen) < Math.abs(index(nearest) - chosen)) {
				nearest = place;
			}
		}
		Map<Integer, Image> seen = new HashMap<>();
		for (int place = 0; place < places(); place++) {
			Still still = stills.get(index(place));
			Image image = images.containsKey(still.step()) ? images.get(still.step())
					: thumbnail(still);
			seen.put(still.step(), image);
			paint(gc, image, still, place * (SIDE + GAP), place == nearest);
		}
		images.forEach((step, image) -> {
			if (seen.get(step) != image) {
				image.dispose();
			}
		});
		images.clear();
		images.putAll(seen);
	}

	/** Made once: to scale all pictures each time that one comes would cost steps. */
	private Image thumbnail(Still still) {
		int width = still.picture().width();
		int height = still.picture().height();
		Rectangle area = area(still, 0);
		var thumbnail = new Image(getDisplay(), area.width, area.height);
		var whole = new Image(getDisplay(), Pixels.data(still.picture()));
		var gc = new GC(thumbnail);
		gc.setInterpolation(SWT.HIGH);
		gc.drawImage(whole, 0, 0, width, height, 0, 0, area.width, area.height);
		gc.dispose();
		whole.dispose();
		return thumbnail;
	}

	private static Rectangle area(Still still, int x) {
		int width = still.picture().width();
		int height = still.picture().height();
		double scale = (double) SIDE / Math.max(width, height);
		return new Rectangle(x + (int) (SIDE - width * scale) / 2, FRAME + (int) (SIDE - height * scale) / 2,
				(int) Math.max(1, width * scale), (int) Math.max(1, height * scale));
	}

	private static void paint(GC gc, Image image, Still still, int x, boolean marked) {
		Rectangle area = area(still, x);
		gc.drawImage(image, area.x, area.y);
		if (marked) {
			gc.setForeground(GridColors.SELECTION);
			gc.setLineWidth(FRAME);
			gc.drawRectangle(area.x, area.y, area.width - 1, area.height - 1);
		}
	}

	@Override
	public Point computeSize(int widthHint, int heightHint, boolean changed) {
		checkWidget();
		return new Point(widthHint == SWT.DEFAULT ? 4 * SIDE : widthHint, SIDE + 2 * FRAME);
	}
}
