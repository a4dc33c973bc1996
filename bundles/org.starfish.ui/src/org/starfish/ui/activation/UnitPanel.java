// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.image.Area;
import org.starfish.core.image.RgbImage;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Position;

/** What the selected unit does: the picture, the channel over it and alone, its values, and what the network says. */
final class UnitPanel {
	private static final int LEAST_MAP = 128;
	/** The height of a picture that stands alone. */
	private static final int HIGHEST_ALONE = 200;

	private final ModelSession session;
	private final ScrolledComposite scroller;
	private final Composite panel;
	private final Font bold;
	private final Label title;
	private final Label numbers;
	private final Overlaid left;
	private final Overlaid right;
	private final PictureBar pictures;
	private final Label mapTitle;
	private final MapRow maps;
	private final Label distribution;
	private final HistogramView histogram;
	private final PredictionsView predictions;
	/** Takes the room that is left where there is no map. */
	private final Composite rest;
	private GridState state;
	private Optional<ComparedStates> compared = Optional.empty();
	private Optional<Position> pointed = Optional.empty();

	/** A picture, alone or with a channel over it. */
	private final class Overlaid {
		private final PictureView view = new PictureView(panel);
		private final OverlayJob job;
		private GridState shown;
		private PreparedInput input;
		private boolean plain;
		private String name = "";

		Overlaid() {
			GridDataFactory.fillDefaults().grab(true, false).applyTo(view);
			job = new OverlayJob(session.owner(), drawing -> {
				if (!panel.isDisposed()) {
					panel.getDisplay().asyncExec(() -> drawn(drawing));
				}
			});
			view.addListener(SWT.Resize, event -> draw());
		}

		/** Shows a channel over a picture, or the picture alone. */
		void show(GridState newState, PreparedInput newInput, boolean alone, String newName) {
			shown = newState;
			input = newInput;
			plain = alone;
			name = newName;
			draw();
		}

		private void draw() {
			if (shown != null && view.getSize().x > 0) {
				Point size = view.pixels(input.picture().width(), input.picture().height());
				job.request(new OverlayJob.Request(input, shown.activation(), shown.selected(), shown.look().coloring(),
						size.x, size.y));
			}
		}

		private void drawn(OverlayJob.Drawing drawing) {
			if (panel.isDisposed() || drawing.request().input() != input) {
				return;
			}
			RgbImage drawn = plain ? drawing.picture() : drawing.overlay();
			if (drawn != view.picture()) {
				view.show(drawn, input.picture().width(), input.picture().height());
				view.describe(plain ? NLS.bind(Messages.UnitPanel_pictureName, name)
						: NLS.bind(Messages.UnitPanel_overlayName, ChannelText.name(drawing.request().activation(),
								drawing.request().channel()), name));
			}
		}

		/** Draws what a position sees. */
		void frame(Optional<Position> position) {
			LayerActivation activation = shown.activation();
			Optional<Area> seen = position.isEmpty() ? Optional.empty()
					: activation.receptiveField().filter(field -> activation.isSpatial() && !field.all())
							.map(field -> input.receptiveField(field, position.get().x(), position.get().y()));
			view.frame(seen);
		}
	}

	/**
	 * @param choosePicture lets the user choose a picture, near a control
	 * @param commands what the buttons do with the selected unit
	 */
	UnitPanel(Composite parent, ModelSession session, PictureFolder folder, Consumer<Control> choosePicture,
			UnitCommands commands) {
		this.session = session;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		panel = new Composite(scroller, SWT.NONE);
		scroller.setContent(panel);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).margins(10, 8).spacing(8, 4).applyTo(panel);
		var resources = new LocalResourceManager(JFaceResources.getResources(), panel);
		bold = resources.create(FontDescriptor.createFrom(panel.getFont()).setStyle(SWT.BOLD));
		title = label("", true);
		numbers = new Label(panel, SWT.WRAP);
		numbers.setForeground(GridColors.muted(numbers));
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(80, SWT.DEFAULT).applyTo(numbers);
		left = new Overlaid();
		right = new Overlaid();
		pictures = new PictureBar(panel, session, folder, choosePicture);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(pictures.control());
		mapTitle = label("", true);
		maps = new MapRow(panel, this::pointed, this::chosen);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(maps.control());
		distribution = label(Messages.UnitPanel_distribution, true);
		histogram = new HistogramView(panel);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(histogram);
		label(Messages.UnitPanel_predictions, true);
		predictions = new PredictionsView(panel);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(predictions);
		Composite buttons = new Composite(panel, SWT.NONE);
		RowLayoutFactory.fillDefaults().spacing(6).wrap(true).applyTo(buttons);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).indent(0, 4).applyTo(buttons);
		button(buttons, Messages.UnitPanel_synthesize, Messages.UnitPanel_synthesizeHint, commands::synthesize);
		button(buttons, Messages.UnitPanel_copyAddress, Messages.UnitPanel_copyAddressHint, commands::copyAddress);
		// The other button with this name has the mnemonic.
		button(buttons, Messages.GridBar_pin.replace("&", ""), Messages.GridBar_pinHint, commands::pin);
		rest = new Composite(panel, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(0, 0).applyTo(rest);
		include(true);
		scroller.addListener(SWT.Resize, event -> fit());
	}

	private static void button(Composite parent, String text, String hint, Runnable action) {
		Button button = new Button(parent, SWT.PUSH);
		button.setText(text);
		button.setToolTipText(hint);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
	}

	/** Single values have no map; what is below is kept together. */
	private void include(boolean map) {
		((GridData) rest.getLayoutData()).exclude = map;
		rest.setVisible(!map);
		for (Control control : List.of(mapTitle, maps.control())) {
			((GridData) control.getLayoutData()).exclude = !map;
			control.setVisible(map);
		}
		panel.layout(true);
		fit();
	}

	private Label label(String text, boolean heading) {
		Label label = new Label(panel, SWT.NONE);
		label.setText(text);
		if (heading) {
			label.setFont(bold);
		} else {
			label.setForeground(GridColors.muted(label));
		}
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(20, SWT.DEFAULT).indent(0, heading ? 4 : 0)
				.applyTo(label);
		return label;
	}

	Control control() {
		return scroller;
	}

	/** The pictures have half the width of the panel, and the map gets what height is left. */
	private void fit() {
		int width = scroller.getClientArea().width;
		int all = panel.computeSize(width, SWT.DEFAULT).y;
		boolean map = maps.control().getVisible();
		scroller.setMinHeight(map ? all - maps.control().computeSize(width, SWT.DEFAULT).y + LEAST_MAP : all);
	}

	/**
	 * Shows the selected unit.
	 *
	 * @param input what the answer is an answer to
	 * @param with what it is compared with
	 */
	void show(GridState newState, PreparedInput input, Optional<ComparedStates> with) {
		state = newState;
		compared = with;
		pointed = Optional.empty();
		LayerActivation activation = state.activation();
		int channel = state.selected();
		title.setText(ChannelText.name(activation, channel));
		numbers.setText(ChannelText.numbers(activation, channel));
		boolean map = activation.positions() > 1;
		mapTitle.setText(NLS.bind(Messages.UnitPanel_mapSize, activation.width(), activation.height()));
		distribution.setText(map ? Messages.UnitPanel_distribution : Messages.UnitPanel_distributionInLayer);
		if (map != maps.control().getVisible()) {
			include(map);
		}
		arrange(input, activation.positions() == 1 && compared.isEmpty());
		String picture = session.picture().map(ShownPicture::name).orElse("");
		compared.ifPresentOrElse(states -> left.show(states.a(), states.inputOfA(), false, states.nameOfA()),
				() -> left.show(state, input, true, picture));
		right.show(state, input, false, picture);
		maps.show(state, compared, position());
		histogram.show(activation, channel);
		frame();
	}

	/** A single value has nothing to be seen over the picture, which then stands alone. */
	private void arrange(PreparedInput input, boolean alone) {
		PreparedInput other = compared.map(ComparedStates::inputOfA).orElse(input);
		int highest = alone ? HIGHEST_ALONE : Integer.MAX_VALUE;
		boolean changed = left.view.prepare(other.picture().width(), other.picture().height(), highest);
		changed |= right.view.prepare(input.picture().width(), input.picture().height(), highest);
		var data = (GridData) right.view.getLayoutData();
		changed |= data.exclude != alone;
		data.exclude = alone;
		right.view.setVisible(!alone);
		((GridData) left.view.getLayoutData()).horizontalSpan = alone ? 2 : 1;
		int width = numbers.getSize().x;
		if (changed || width > 0 && numbers.computeSize(width, SWT.DEFAULT).y != numbers.getSize().y) {
			panel.layout(true);
			fit();
		}
	}

	private Optional<Position> position() {
		return session.unit().filter(unit -> unit.channel().equals(Integer.toString(state.selected())))
				.flatMap(UnitAddress::position);
	}

	/** Shows what the network takes the picture for. */
	void refreshPredictions() {
		predictions.show(session.predictions().orElse(null));
	}

	/** Shows where among the pictures of its folder the picture is. */
	void refreshPictures() {
		pictures.refresh();
	}

	private void pointed(Optional<Position> position) {
		pointed = position;
		frame();
	}

	private void chosen(Optional<Position> position) {
		session.select(state.selected(), position);
	}

	/** Draws what the position sees: the one pointed to, else the chosen one, else the strongest one. */
	private void frame() {
		Optional<Position> position = pointed.or(this::position);
		right.frame(position.or(() -> Optional.of(MapView.strongest(state.activation(), state.selected()))));
		left.frame(compared.isEmpty() ? pointed
				: position.or(() -> compared.map(states -> MapView.strongest(states.a().activation(), states.a().selected()))));
	}
}
