// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.starfish.core.activation.LayerActivation;
import org.starfish.core.activation.PreparedInput;
import org.starfish.core.image.Area;
import org.starfish.core.network.UnitAddress;
import org.starfish.core.network.UnitAddress.Position;

/** What the selected unit does: the picture, the channel over it and alone, its values, and what the network says. */
final class UnitPanel {
	private static final int LEAST_MAP = 160;

	private final ModelSession session;
	private final PictureFolder folder;
	private final OverlayJob job;
	private final ScrolledComposite scroller;
	private final Composite panel;
	private final Font bold;
	private final Label title;
	private final Label numbers;
	private final PictureView picture;
	private final PictureView overlay;
	private final Label pictureName;
	private final ToolItem previous;
	private final Label place;
	private final ToolItem next;
	private final Label mapTitle;
	private final MapView map;
	private final HistogramView histogram;
	private final PredictionsView predictions;
	private GridState state;
	private PreparedInput input;
	private Optional<Position> pointed = Optional.empty();

	UnitPanel(Composite parent, ModelSession session, PictureFolder folder) {
		this.session = session;
		this.folder = folder;
		scroller = new ScrolledComposite(parent, SWT.V_SCROLL);
		scroller.setExpandHorizontal(true);
		scroller.setExpandVertical(true);
		panel = new Composite(scroller, SWT.NONE);
		scroller.setContent(panel);
		GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).margins(10, 8).spacing(8, 4).applyTo(panel);
		var resources = new LocalResourceManager(JFaceResources.getResources(), panel);
		bold = resources.create(FontDescriptor.createFrom(panel.getFont()).setStyle(SWT.BOLD));
		title = label("", true);
		numbers = label("", false);
		picture = picture();
		overlay = picture();
		Composite caption = new Composite(panel, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(caption);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(2, 0).applyTo(caption);
		pictureName = new Label(caption, SWT.NONE);
		pictureName.setForeground(GridColors.muted(pictureName));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(20, SWT.DEFAULT)
				.applyTo(pictureName);
		previous = arrow(caption, "\u2039", Messages.UnitPanel_previous, -1);
		place = new Label(caption, SWT.NONE);
		place.setForeground(GridColors.muted(place));
		next = arrow(caption, "\u203a", Messages.UnitPanel_next, 1);
		mapTitle = label(Messages.UnitPanel_map, true);
		map = new MapView(panel, this::pointed, this::chosen);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(map);
		label(Messages.UnitPanel_distribution, true);
		histogram = new HistogramView(panel);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(histogram);
		label(Messages.UnitPanel_predictions, true);
		predictions = new PredictionsView(panel);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(predictions);
		job = new OverlayJob(session.owner(), drawing -> {
			if (!panel.isDisposed()) {
				panel.getDisplay().asyncExec(() -> drawn(drawing));
			}
		});
		picture.addListener(SWT.Resize, event -> draw());
		scroller.addListener(SWT.Resize, event -> fit());
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

	private PictureView picture() {
		PictureView view = new PictureView(panel);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(view);
		return view;
	}

	private ToolItem arrow(Composite parent, String text, String hint, int step) {
		ToolItem item = new ToolItem(new ToolBar(parent, SWT.FLAT), SWT.PUSH);
		item.setText(text);
		item.setToolTipText(hint);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> folder.go(step)));
		return item;
	}

	Control control() {
		return scroller;
	}

	/** Narrow panels have square pictures of half their width, and the map gets what height is left. */
	private void fit() {
		int width = scroller.getClientArea().width;
		int least = panel.computeSize(width, SWT.DEFAULT).y - map.computeSize(width, SWT.DEFAULT).y + LEAST_MAP;
		scroller.setMinHeight(least);
	}

	/**
	 * Shows the selected unit.
	 *
	 * @param newInput what the answer is an answer to
	 */
	void show(GridState newState, PreparedInput newInput) {
		state = newState;
		input = newInput;
		pointed = Optional.empty();
		LayerActivation activation = state.activation();
		int channel = state.selected();
		title.setText(ChannelText.name(activation, channel));
		numbers.setText(ChannelText.numbers(activation, channel));
		numbers.setToolTipText(numbers.getText());
		boolean spatial = activation.positions() > 1;
		mapTitle.setText(spatial
				? NLS.bind(Messages.UnitPanel_mapSize, activation.width(), activation.height())
				: Messages.UnitPanel_value);
		map.show(activation, channel, state.look().coloring(), position());
		histogram.show(activation, channel);
		frame();
		draw();
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
	void refreshFolder() {
		pictureName.setText(session.picture().map(ShownPicture::name).orElse(""));
		pictureName.setToolTipText(session.picture().flatMap(ShownPicture::file).map(Object::toString).orElse(null));
		boolean many = folder.count() > 1 && folder.place() >= 0;
		place.setText(many ? NLS.bind(Messages.UnitPanel_place, folder.place() + 1, folder.count()) : "");
		previous.setEnabled(many);
		next.setEnabled(many);
		panel.layout(true, true);
	}

	private void draw() {
		if (state == null || input == null || picture.getSize().x <= 0) {
			return;
		}
		Point size = picture.pixels(input.picture().width(), input.picture().height());
		job.request(new OverlayJob.Request(input, state.activation(), state.selected(), state.look().coloring(), size.x, size.y));
	}

	private void drawn(OverlayJob.Drawing drawing) {
		if (panel.isDisposed() || drawing.request().input() != input) {
			return;
		}
		int width = input.picture().width();
		int height = input.picture().height();
		if (drawing.picture() != picture.picture()) {
			picture.show(drawing.picture(), width, height);
			picture.describe(NLS.bind(Messages.UnitPanel_pictureName, pictureName.getText()));
		}
		overlay.show(drawing.overlay(), width, height);
		overlay.describe(NLS.bind(Messages.UnitPanel_overlayName,
				ChannelText.name(drawing.request().activation(), drawing.request().channel()), pictureName.getText()));
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
		LayerActivation activation = state.activation();
		Position position = pointed.or(this::position)
				.orElseGet(() -> MapView.strongest(activation, state.selected()));
		Optional<Area> seen = activation.receptiveField().filter(field -> activation.isSpatial() && !field.all())
				.map(field -> input.receptiveField(field, position.x(), position.y()));
		overlay.frame(seen);
		picture.frame(pointed.isPresent() ? seen : Optional.empty());
	}
}
