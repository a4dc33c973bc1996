// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.starfish.core.model.LayerFacts;

/** The layers that a pattern finds, in running order, with kind and shape beside each name. */
public final class LayerList {
	private static final int SHAPE_WIDTH = 110;

	private final Composite control;
	private final TableViewer viewer;
	private List<LayerFacts> layers = List.of();

	/**
	 * @param parent to hold it
	 */
	public LayerList(Composite parent) {
		control = new Composite(parent, SWT.NONE);
		var layout = new TableColumnLayout();
		control.setLayout(layout);
		viewer = new TableViewer(control, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
		AccessibleName.set(viewer.getControl(), Messages.LayerList_name);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		var name = new TableViewerColumn(viewer, SWT.LEFT);
		name.setLabelProvider(new Names(new LayerIcons(control)));
		layout.setColumnData(name.getColumn(), new ColumnWeightData(1));
		var shape = new TableViewerColumn(viewer, SWT.RIGHT);
		shape.setLabelProvider(
				ColumnLabelProvider.createTextProvider(layer -> Quantity.shape(((LayerFacts) layer).shape())));
		layout.setColumnData(shape.getColumn(), new ColumnPixelData(SHAPE_WIDTH));
	}

	/** Icon and name, and in gray the kind. */
	private static final class Names extends StyledCellLabelProvider {
		private final LayerIcons icons;

		Names(LayerIcons icons) {
			this.icons = icons;
		}

		@Override
		public void update(ViewerCell cell) {
			var layer = (LayerFacts) cell.getElement();
			StyledString text = new StyledString(layer.name()).append("  " + layer.kind(), StyledString.QUALIFIER_STYLER);
			cell.setText(text.getString());
			cell.setStyleRanges(text.getStyleRanges());
			cell.setImage(icons.layer(layer));
			super.update(cell);
		}
	}

	/** The widget. */
	public Composite control() {
		return control;
	}

	/** The viewer, for listeners. */
	public TableViewer viewer() {
		return viewer;
	}

	/** Lists other layers. */
	public void setLayers(List<LayerFacts> all) {
		layers = all;
		viewer.setInput(layers);
	}

	/** Lists what is found, and selects what fits best. */
	public void filter(NamePattern pattern) {
		List<LayerFacts> found = layers.stream().filter(layer -> pattern.matches(layer.name(), layer.kind())).toList();
		viewer.setInput(found);
		found.stream().min(Comparator.comparing(layer -> pattern.fit(layer.name()))).ifPresent(this::select);
	}

	/** Selects a layer. */
	public void select(LayerFacts layer) {
		viewer.setSelection(new StructuredSelection(layer), true);
	}

	/** The layer that is selected. */
	public Optional<LayerFacts> selected() {
		return Optional.ofNullable((LayerFacts) viewer.getStructuredSelection().getFirstElement());
	}

	/** Moves the selection as a key asks for that was pressed in another control. */
	public void move(Event key) {
		int count = viewer.getTable().getItemCount();
		int page = Math.max(1, viewer.getTable().getClientArea().height / viewer.getTable().getItemHeight() - 1);
		int step = switch (key.keyCode) {
		case SWT.ARROW_DOWN -> 1;
		case SWT.ARROW_UP -> -1;
		case SWT.PAGE_DOWN -> page;
		case SWT.PAGE_UP -> -page;
		default -> 0;
		};
		if (step != 0 && count > 0) {
			int index = Math.clamp(viewer.getTable().getSelectionIndex() + step, 0, count - 1);
			select((LayerFacts) viewer.getElementAt(index));
			key.doit = false;
		}
	}
}
