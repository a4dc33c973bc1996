// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.network.UnitAddress;

/**
 * The page that shows what a layer answers to a picture: all channels as tiles, and beside them the selected one.
 */
public final class ActivationsPage implements EditorPage {
	private static final int[] WEIGHTS = { 72, 28 };

	private final ModelSession session;
	private final PictureChooser chooser;
	private final PictureFolder folder;
	private final Composite page;
	private final GridBar bar;
	private final Composite stack;
	private final StackLayout layers;
	private final SashForm sash;
	private final TileCanvas tiles;
	private final Control empty;
	private final Label trouble;
	private final UnitPanel unit;
	private final StatusLine status;
	private GridLook look = GridLook.DEFAULT;
	private GridState state;
	private int pointed = -1;

	ActivationsPage(Composite parent, ModelSession session, LayerDisplay display) {
		this.session = session;
		page = new Composite(parent, SWT.NONE);
		chooser = new PictureChooser(page.getShell());
		folder = new PictureFolder(session, work -> {
			if (!page.isDisposed()) {
				page.getDisplay().asyncExec(() -> {
					if (!page.isDisposed()) {
						work.run();
					}
				});
			}
		}, this::refreshFolder);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		bar = new GridBar(page, session, this::look, this::sortBySimilarity);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
		line();
		stack = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		layers = new StackLayout();
		stack.setLayout(layers);
		Optional<Path> example = PictureChooser.example(session.file());
		empty = new EmptyPanel(stack, this::choosePicture, this::pastePicture,
				example.<Runnable>map(path -> () -> session.show(ShownPicture.of(path))).orElse(null)).control();
		sash = new SashForm(stack, SWT.HORIZONTAL);
		Composite left = new Composite(sash, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
		trouble = new Label(left, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).indent(8, 6).exclude(true).applyTo(trouble);
		tiles = new TileCanvas(left);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tiles);
		unit = new UnitPanel(sash, session, folder);
		sash.setWeights(WEIGHTS);
		line();
		status = new StatusLine(page, session);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
		tiles.addTileListener(new Tiles());
		tiles.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
		PictureDrop.on(page, session);
		ModelSession.Listener listener = this::changed;
		session.addListener(listener);
		page.addDisposeListener(event -> session.removeListener(listener));
		bar.refreshLayer();
		refresh();
		firstPicture(example);
	}

	private void line() {
		GridDataFactory.fillDefaults().grab(true, false).applyTo(new Label(page, SWT.SEPARATOR | SWT.HORIZONTAL));
	}

	/** What was looked at last, else an example. */
	private void firstPicture(Optional<Path> example) {
		if (session.picture().isEmpty()) {
			session.lastPicture().or(() -> example).map(ShownPicture::of).ifPresent(session::show);
		} else {
			folder.refresh();
		}
	}

	@Override
	public Control control() {
		return page;
	}

	@Override
	public void setFocus() {
		if (layers.topControl == sash) {
			tiles.setFocus();
		} else {
			empty.setFocus();
		}
	}

	private void changed(ModelSession.Change change) {
		switch (change) {
		case INPUT -> {
			folder.refresh();
			unit.refreshPredictions();
			refresh();
		}
		case LAYER -> {
			bar.refreshLayer();
			refresh();
		}
		case ANSWER, UNIT -> answered();
		case PREDICTIONS -> unit.refreshPredictions();
		case MODEL -> refresh();
		}
	}

	/** Shows what the layer has answered, or the unit that is selected now. */
	private void answered() {
		Optional<LayerActivation> activation = session.activation();
		Optional<UnitAddress> selected = session.unit();
		if (activation.isPresent() && selected.isPresent() && activation.get().layer().equals(selected.get().layer())) {
			LayerActivation answer = activation.get();
			int channel = Integer.parseInt(selected.get().channel());
			if (state == null) {
				show(GridState.of(answer, look, channel));
			} else if (state.activation() == answer) {
				show(state.select(channel));
			} else {
				show(state.with(answer, channel));
			}
		}
		refresh();
	}

	private void show(GridState other) {
		boolean selectionOnly = state != null && state.activation() == other.activation() && state.look().equals(other.look());
		state = other;
		if (!selectionOnly) {
			bar.refresh(state);
		}
		tiles.show(state);
		session.input().ifPresent(input -> unit.show(state, input));
	}

	private void look(GridLook other) {
		look = other;
		if (state != null) {
			show(state.with(other));
		}
	}

	private void sortBySimilarity() {
		if (state != null) {
			show(state.similarToSelected());
			look = state.look();
		}
	}

	/** Shows what there is: tiles, how to get some, or why there are none. */
	private void refresh() {
		layers.topControl = session.picture().isPresent() ? sash : empty;
		session.answerTrouble().ifPresent(trouble::setText);
		boolean troubled = session.answerTrouble().isPresent();
		if (trouble.getVisible() != troubled || troubled) {
			((GridData) trouble.getLayoutData()).exclude = !troubled;
			trouble.setVisible(troubled);
			trouble.getParent().layout();
		}
		stack.layout();
		status.refresh(state, pointed, tiles.zoom());
	}

	private void refreshFolder() {
		unit.refreshFolder();
	}

	private void choosePicture() {
		chooser.fromWorkspace().map(ShownPicture::of).ifPresent(session::show);
	}

	private void pastePicture() {
		chooser.fromClipboard().ifPresent(session::show);
	}

	private void pressed(KeyEvent event) {
		switch (event.character) {
		case '[' -> bar.step(-1);
		case ']' -> bar.step(1);
		case ',' -> folder.go(-1);
		case '.' -> folder.go(1);
		case '/' -> bar.openLayers("");
		default -> {
			// Others are for the tiles.
		}
		}
	}

	/** Follows what the user does in the grid. */
	private final class Tiles implements TileListener {
		@Override
		public void selected(int channel) {
			session.select(channel, Optional.empty());
		}

		@Override
		public void pointed(int channel) {
			pointed = channel;
			status.refresh(state, pointed, tiles.zoom());
		}

		@Override
		public void zoomed(double zoom) {
			status.refresh(state, pointed, zoom);
		}
	}
}
