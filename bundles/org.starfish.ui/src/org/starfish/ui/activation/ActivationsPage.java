// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.network.UnitAddress;

/**
 * The page that shows what a layer answers to a picture: all channels as tiles, and beside them the selected one.
 */
public final class ActivationsPage implements EditorPage {
	private final ModelSession session;
	private final ModelMemory memory;
	private final Executor ui;
	private final PictureFolder folder;
	private final PictureMenu pictures;
	private final Export export;
	private final Composite page;
	private final GridBar bar;
	private final MessageBar message;
	private final Composite stack;
	private final StackLayout layers;
	private final SashForm sash;
	private final GridArea area;
	private final EmptyPanel empty;
	private final WaitPanel waiting;
	private final UnitPanel unit;
	private final StatusLine status;
	private GridLook look;
	private GridState state;
	private Comparison comparison;
	private ComparedStates compared;
	/** The channel that is selected in what was pinned, where that is not the one that is selected now. */
	private int pinnedChannel;

	ActivationsPage(Composite parent, ModelSession session, IWorkbenchPartSite site) {
		this.session = session;
		memory = ModelMemory.ofWorkbench();
		look = GridLook.DEFAULT;
		page = new Composite(parent, SWT.NONE);
		ui = work -> {
			if (!page.isDisposed()) {
				page.getDisplay().asyncExec(() -> {
					if (!page.isDisposed()) {
						work.run();
					}
				});
			}
		};
		folder = new PictureFolder(session, ui, this::refreshPictures);
		pictures = new PictureMenu(session, new PictureChooser(page.getShell()),
				() -> message().show(Messages.ActivationsPage_nothingToPaste));
		export = new Export(session, memory, sentence -> status().say(sentence), sentence -> message().show(sentence));
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(page);
		bar = new GridBar(page, session, new Commands());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
		line();
		message = new MessageBar(page);
		stack = new Composite(page, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		layers = new StackLayout();
		stack.setLayout(layers);
		Optional<Path> example = PictureChooser.example(session.file());
		empty = new EmptyPanel(stack, pictures, example.<Runnable>map(path -> () -> session.show(ShownPicture.of(path))));
		waiting = new WaitPanel(stack);
		sash = new SashForm(stack, SWT.HORIZONTAL);
		area = new GridArea(sash, new Tiles(), new PinnedTiles(), () -> pin(false));
		var commands = new UnitCommands(site, () -> export.copyAddress(page), () -> pin(comparison == null));
		unit = new UnitPanel(sash, session, folder, pictures::open, commands);
		sash.setWeights(memory.sash());
		unit.control().addListener(SWT.Resize, event -> memory.rememberSash(sash.getWeights()));
		line();
		status = new StatusLine(page, session);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status.control());
		area.canvases().forEach(canvas -> {
			canvas.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
			new TileMenu(canvas, commands, export, () -> Optional.ofNullable(state), () -> comparison != null);
		});
		// What is selected in the workbench is a unit of this grid.
		TileDrag.outOf(area.canvas(), site.getSelectionProvider());
		PictureDrop.on(page, session);
		handle(site, IWorkbenchCommandConstants.EDIT_PASTE, pictures::paste);
		handle(site, IWorkbenchCommandConstants.EDIT_COPY, () -> {
			if (state != null) {
				export.copyChannel(page, state);
			}
		});
		ModelSession.Listener listener = this::changed;
		session.addListener(listener);
		page.addDisposeListener(event -> {
			session.removeListener(listener);
			endComparison();
		});
		bar.refreshLayer();
		refresh();
		firstPicture(example);
	}

	private MessageBar message() {
		return message;
	}

	private StatusLine status() {
		return status;
	}

	private void line() {
		GridDataFactory.fillDefaults().grab(true, false).applyTo(new Label(page, SWT.SEPARATOR | SWT.HORIZONTAL));
	}

	/** Handles a command of the workbench while this page is seen; text fields have it for themselves. */
	private void handle(IWorkbenchPartSite site, String command, Runnable action) {
		IHandlerService handlers = site.getService(IHandlerService.class);
		var activation = handlers.activateHandler(command, new AbstractHandler() {
			@Override
			public Object execute(ExecutionEvent event) {
				if (!TextEdit.execute(page.getDisplay().getFocusControl(), command)) {
					action.run();
				}
				return null;
			}

			@Override
			public boolean isHandled() {
				return !page.isDisposed() && page.isVisible();
			}
		});
		page.addDisposeListener(event -> handlers.deactivateHandler(activation));
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
			area.setFocus();
		} else if (layers.topControl == waiting.control()) {
			waiting.setFocus();
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
		case MODEL -> {
			// A picture may have come while the model could not be read.
			if (session.network().isPresent() && session.picture().isEmpty()) {
				firstPicture(PictureChooser.example(session.file()));
			}
		}
		case STORED -> {
			// Nothing of that is to be seen here.
		}
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
				state = GridState.of(answer, look, channel);
			} else {
				state = state.activation() == answer ? state.select(channel) : state.with(answer, channel);
			}
			show();
		}
		session.answerTrouble().filter(sentence -> state != null).ifPresentOrElse(message::show, message::hide);
		refresh();
	}

	private void show() {
		bar.refresh(state, comparison != null);
		compared = comparison == null ? null
				: ComparedStates.of(comparison, state, nameOfPinned(), nameOfShown(), pinnedChannel);
		if (compared == null) {
			area.show(state);
		} else {
			area.compare(compared);
		}
		session.input().ifPresent(input -> unit.show(state, input, Optional.ofNullable(compared)));
	}

	private String nameOfPinned() {
		return ComparedNames.of(Messages.GridArea_a, comparison.kind(), comparison.picture(), comparison.activation().layer());
	}

	private String nameOfShown() {
		return ComparedNames.of(Messages.GridArea_b, comparison.kind(), session.picture().orElseThrow(),
				state.activation().layer());
	}

	/** Keeps what is shown now, to be compared with what will be shown, or lets it go. */
	private void pin(boolean pinned) {
		endComparison();
		if (pinned && state != null) {
			pinnedChannel = state.selected();
			comparison = new Comparison(session, ui, this::compared);
		}
		if (state != null) {
			show();
		}
	}

	private void endComparison() {
		if (comparison != null) {
			comparison.close();
			comparison = null;
		}
	}

	private void compared() {
		if (comparison != null && state != null) {
			comparison.trouble().ifPresent(message::show);
			show();
		}
	}

	/** Shows tiles, or how to get some. */
	private void refresh() {
		Control top = session.picture().isEmpty() ? empty.control() : state == null ? waiting.control() : sash;
		if (top == waiting.control()) {
			if (session.isAsking()) {
				waiting.working(NLS.bind(Messages.ActivationsPage_asking, session.layer().orElse("")), session::cancel);
			} else {
				waiting.failed(session.answerTrouble().orElse(Messages.ActivationsPage_cancelled), session::askAgain);
			}
		}
		if (layers.topControl != top) {
			boolean focused = layers.topControl != null && HasFocus.within((Composite) layers.topControl);
			layers.topControl = top;
			stack.layout();
			if (focused) {
				setFocus();
			}
		}
		status.refresh(state, area.canvas().zoom());
	}

	private void refreshPictures() {
		unit.refreshPictures();
	}

	private void pressed(KeyEvent event) {
		switch (event.character) {
		case '[' -> bar.step(-1);
		case ']' -> bar.step(1);
		case ',' -> folder.go(-1);
		case '.' -> folder.go(1);
		case '/' -> bar.openLayers("");
		case 'p' -> pin(comparison == null);
		case '1', '2', '3', '4' -> {
			if (comparison != null) {
				area.see(GridArea.Side.values()[event.character - '1']);
			}
		}
		default -> {
			// Others are for the tiles.
		}
		}
	}

	/** Does what the user asks for above the grid. */
	private final class Commands implements GridBar.Commands {
		@Override
		public void look(GridLook other) {
			look = other;
			if (state != null) {
				state = state.with(other);
				show();
			}
		}

		@Override
		public void sortBySimilarity() {
			if (state != null) {
				state = state.similarToSelected();
				look = state.look();
				show();
			}
		}

		@Override
		public void export(Control below) {
			if (state != null) {
				export.open(below, state);
			}
		}

		@Override
		public void pin(boolean pinned) {
			ActivationsPage.this.pin(pinned);
		}
	}

	/** Follows what the user does in the grid. */
	private class Tiles implements TileListener {
		@Override
		public void selected(int channel) {
			session.select(channel, Optional.empty());
		}

		@Override
		public void pointed(int channel) {
			status.point(channel < 0 ? "" : ChannelText.line(state.activation(), channel));
		}

		@Override
		public void zoomed(double zoom) {
			status.refresh(state, zoom);
		}
	}

	/** Follows what the user does in the grid of what was pinned, whose channels may be others. */
	private final class PinnedTiles extends Tiles {
		@Override
		public void selected(int channel) {
			pinnedChannel = channel;
			if (comparison.activation().channels() == state.activation().channels()) {
				super.selected(channel);
			} else {
				show();
			}
		}

		@Override
		public void pointed(int channel) {
			status.point(channel < 0 || comparison == null ? "" : ChannelText.line(comparison.activation(), channel));
		}
	}
}
