// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.starfish.core.network.Layer;
import org.starfish.core.network.Shape;
import org.starfish.core.network.UnitAddress.Position;

/** Says more exactly which unit of what was picked: which channel of a layer, or the layer itself; where in a channel. */
final class UnitDetail {
	private static final int EVERYWHERE = 0;
	private static final int MIDDLE = 1;
	private static final int AT = 2;

	private final Runnable changed;
	private final Composite stack;
	private final StackLayout layers = new StackLayout();
	private final Composite nothing;
	private final Composite rows;
	private final Composite layerRow;
	private final Button whole;
	private final Button single;
	private final Button each;
	private final Spinner channel;
	private final Composite placeRow;
	private final Combo place;
	private final Spinner column;
	private final Spinner row;
	private final Label meaning;
	private UnitSearch search;
	private Optional<UnitCandidate> picked = Optional.empty();

	/**
	 * @param changed told when the user has said something else
	 */
	UnitDetail(Composite parent, Runnable changed) {
		this.changed = changed;
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(layers);
		nothing = new Composite(stack, SWT.NONE);
		rows = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(rows);
		layerRow = row();
		single = radio(Messages.UnitDetail_single);
		channel = spinner(layerRow, Messages.UnitDetail_channel);
		each = radio("");
		whole = radio(Messages.UnitDetail_whole);
		placeRow = row();
		new Label(placeRow, SWT.NONE).setText(Messages.UnitDetail_place);
		place = new Combo(placeRow, SWT.READ_ONLY);
		place.setItems(Messages.UnitDetail_everywhere, Messages.UnitDetail_middle, Messages.UnitDetail_at);
		place.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> said()));
		column = spinner(placeRow, Messages.UnitDetail_column);
		row = spinner(placeRow, Messages.UnitDetail_row);
		meaning = new Label(rows, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(meaning);
	}

	private Composite row() {
		var composite = new Composite(rows, SWT.NONE);
		RowLayoutFactory.fillDefaults().center(true).spacing(8).applyTo(composite);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(composite);
		return composite;
	}

	private Button radio(String text) {
		var button = new Button(layerRow, SWT.RADIO);
		button.setText(text);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (button.getSelection()) {
				said();
			}
		}));
		return button;
	}

	private Spinner spinner(Composite parent, String hint) {
		var spinner = new Spinner(parent, SWT.BORDER);
		spinner.setToolTipText(hint);
		spinner.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> said()));
		return spinner;
	}

	Composite control() {
		return stack;
	}

	/** Begins anew with what was picked. */
	void show(Optional<UnitCandidate> other, UnitSearch units) {
		picked = other;
		search = units;
		picked.ifPresent(candidate -> {
			Shape shape = candidate.layer().shape();
			limit(channel, shape.channels());
			channel.setSelection(0);
			single.setSelection(true);
			whole.setSelection(false);
			each.setSelection(false);
			each.setText(NLS.bind(Messages.UnitDetail_each, shape.channels()));
			if (shape.isSpatial()) {
				limit(column, shape.width());
				limit(row, shape.height());
				column.setSelection(candidate.position().map(Position::x).orElse(shape.width() / 2));
				row.setSelection(candidate.position().map(Position::y).orElse(shape.height() / 2));
			}
			place.select(candidate.position().isPresent() ? AT : EVERYWHERE);
		});
		refresh();
	}

	/** Chooses all that the layer responds to, if a layer was picked. */
	void chooseWhole() {
		if (picked.filter(UnitCandidate::isLayer).isPresent()) {
			single.setSelection(false);
			whole.setSelection(true);
			said();
		}
	}

	private static void limit(Spinner spinner, int count) {
		spinner.setValues(0, 0, Math.max(0, count - 1), 0, 1, 10);
	}

	private void said() {
		refresh();
		changed.run();
	}

	private void refresh() {
		layers.topControl = picked.isPresent() ? rows : nothing;
		picked.ifPresent(candidate -> {
			Shape shape = candidate.layer().shape();
			boolean ofUnit = !isWhole();
			show(layerRow, candidate.isLayer());
			layerRow.layout(true);
			channel.setEnabled(ofUnit && !isEach());
			show(placeRow, shape.isSpatial() && shape.width() * shape.height() > 1 && ofUnit);
			column.setVisible(place.getSelectionIndex() == AT);
			row.setVisible(place.getSelectionIndex() == AT);
			meaning.setText(meaning());
		});
		stack.layout(true, true);
		stack.getParent().layout(true, true);
	}

	private static void show(Composite row, boolean shown) {
		row.setVisible(shown);
		GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(row);
	}

	private String meaning() {
		List<UnitCandidate> all = units();
		return all.size() == 1 ? meaning(all.get(0))
				: NLS.bind(Messages.UnitDetail_meaningEach, all.get(0).address(), all.get(all.size() - 1).address());
	}

	/** What the picture will show, in words. */
	private static String meaning(UnitCandidate unit) {
		if (unit.isLayer()) {
			return NLS.bind(Messages.UnitDetail_meaningLayer, unit.address());
		}
		if (unit.label().isPresent()) {
			return NLS.bind(Messages.UnitDetail_meaningClass, unit.label().get(), unit.address());
		}
		return NLS.bind(unit.position().isPresent() ? Messages.UnitDetail_meaningPosition : Messages.UnitDetail_meaningChannel,
				unit.address());
	}

	private boolean isWhole() {
		return picked.filter(UnitCandidate::isLayer).isPresent() && whole.getSelection();
	}

	private boolean isEach() {
		return picked.filter(UnitCandidate::isLayer).isPresent() && each.getSelection();
	}

	/** What the pictures are to be drawn for. */
	List<UnitCandidate> units() {
		return picked.map(candidate -> {
			Layer layer = candidate.layer();
			if (isWhole()) {
				return List.of(candidate);
			}
			if (isEach()) {
				return IntStream.range(0, layer.shape().channels())
						.mapToObj(index -> search.unit(layer, index, position(layer.shape()))).toList();
			}
			int index = candidate.isLayer() ? channel.getSelection() : candidate.channel();
			return List.of(search.unit(layer, index, position(layer.shape())));
		}).orElse(List.of());
	}

	private Optional<Position> position(Shape shape) {
		return !shape.isSpatial() ? Optional.empty() : switch (place.getSelectionIndex()) {
		case MIDDLE -> Optional.of(new Position(shape.width() / 2, shape.height() / 2));
		case AT -> Optional.of(new Position(column.getSelection(), row.getSelection()));
		default -> Optional.empty();
		};
	}
}
