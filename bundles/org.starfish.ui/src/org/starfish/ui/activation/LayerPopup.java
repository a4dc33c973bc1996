// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.model.LayerFacts;
import org.starfish.ui.model.LayerList;
import org.starfish.ui.model.NamePattern;

/** A list of layers that opens below a button; what is typed narrows it down. */
final class LayerPopup extends PopupDialog {
	private static final int WIDTH = 460;
	private static final int HEIGHT = 380;

	private final Control anchor;
	private final List<LayerFacts> layers;
	private final String current;
	private final String typed;
	private final Consumer<String> chosen;
	private Text filter;
	private LayerList list;

	/**
	 * @param anchor the list opens below it
	 * @param current the name of the layer that is selected at first
	 * @param typed what was typed already
	 * @param chosen gets the name of the layer that the user chooses
	 */
	LayerPopup(Control anchor, List<LayerFacts> layers, String current, String typed, Consumer<String> chosen) {
		super(anchor.getShell(), PopupDialog.INFOPOPUP_SHELLSTYLE, true, false, false, false, false, null,
				Messages.LayerPopup_hint);
		this.anchor = anchor;
		this.layers = layers;
		this.current = current;
		this.typed = typed;
		this.chosen = chosen;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		filter = new Text(area, SWT.SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
		filter.setMessage(Messages.LayerPopup_filter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		list = new LayerList(area);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(list.control());
		list.setLayers(layers);
		if (typed.isEmpty()) {
			layers.stream().filter(layer -> layer.name().equals(current)).findFirst().ifPresent(list::select);
		} else {
			filter.setText(typed);
			filter.setSelection(typed.length());
			narrow();
		}
		filter.addModifyListener(event -> narrow());
		filter.addListener(SWT.KeyDown, list::move);
		filter.addListener(SWT.DefaultSelection, event -> choose());
		list.viewer().getTable().addListener(SWT.DefaultSelection, event -> choose());
		list.viewer().getTable().addMouseListener(MouseListener.mouseUpAdapter(event -> choose()));
		return area;
	}

	private void narrow() {
		list.filter(new NamePattern(filter.getText()));
	}

	private void choose() {
		list.selected().ifPresent(layer -> {
			close();
			chosen.accept(layer.name());
		});
	}

	@Override
	protected Control getFocusControl() {
		return filter;
	}

	@Override
	protected Point getInitialLocation(Point size) {
		Point below = anchor.toDisplay(0, anchor.getSize().y);
		Rectangle screen = anchor.getMonitor().getClientArea();
		return new Point(Math.max(screen.x, Math.min(below.x, screen.x + screen.width - size.x)),
				Math.max(screen.y, Math.min(below.y, screen.y + screen.height - size.y)));
	}

	@Override
	protected Point getInitialSize() {
		return new Point(WIDTH, HEIGHT);
	}
}
