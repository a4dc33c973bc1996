// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.SearchPattern;
import org.starfish.core.model.LayerFacts;

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
	private TableViewer viewer;

	/**
	 * @param anchor the list opens below it
	 * @param current the name of the layer that is selected at first
	 * @param typed what was typed already
	 * @param chosen gets the name of the layer that the user chooses
	 */
	LayerPopup(Control anchor, List<LayerFacts> layers, String current, String typed, Consumer<String> chosen) {
		super(anchor.getShell(), PopupDialog.INFOPOPUPRESIZE_SHELLSTYLE, true, false, false, false, false, null,
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
		viewer = new TableViewer(area, SWT.SINGLE | SWT.V_SCROLL);
		Table table = viewer.getTable();
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Names()));
		viewer.setInput(layers);
		filter.setText(typed);
		filter.setSelection(typed.length());
		narrow();
		filter.addModifyListener(event -> narrow());
		filter.addKeyListener(KeyListener.keyPressedAdapter(this::pressed));
		filter.addListener(SWT.DefaultSelection, event -> choose());
		table.addListener(SWT.DefaultSelection, event -> choose());
		table.addMouseListener(MouseListener.mouseUpAdapter(event -> choose()));
		return area;
	}

	private void narrow() {
		var matcher = new NameMatcher(filter.getText());
		List<LayerFacts> left = layers.stream().filter(layer -> matcher.matches(layer.name())).toList();
		viewer.setInput(left);
		LayerFacts selected = left.stream().filter(layer -> layer.name().equals(current)).findFirst()
				.orElse(left.isEmpty() ? null : left.get(0));
		if (selected != null) {
			viewer.setSelection(new StructuredSelection(selected), true);
		}
	}

	private void pressed(KeyEvent event) {
		Table table = viewer.getTable();
		int index = table.getSelectionIndex();
		int to = switch (event.keyCode) {
		case SWT.ARROW_DOWN -> index + 1;
		case SWT.ARROW_UP -> index - 1;
		default -> -1;
		};
		if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
			event.doit = false;
			if (to >= 0 && to < table.getItemCount()) {
				table.setSelection(to);
			}
		}
	}

	private void choose() {
		if (viewer.getStructuredSelection().getFirstElement() instanceof LayerFacts layer) {
			close();
			chosen.accept(layer.name());
		}
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

	/** Words that all occur in a name, or a pattern as Eclipse knows it: with wildcards or in camel case. */
	private static final class NameMatcher {
		private final String[] words;
		private final SearchPattern pattern = new SearchPattern();

		NameMatcher(String text) {
			words = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
			pattern.setPattern(text.strip());
		}

		boolean matches(String name) {
			String lower = name.toLowerCase(Locale.ROOT);
			boolean all = true;
			for (String word : words) {
				all &= lower.contains(word);
			}
			return all || pattern.matches(name) || pattern.matches(name.substring(name.lastIndexOf('/') + 1));
		}
	}

	private static final class Names extends LabelProvider implements IStyledLabelProvider {
		@Override
		public StyledString getStyledText(Object element) {
			var layer = (LayerFacts) element;
			return new StyledString(layer.name()).append(
					NLS.bind(Messages.LayerPopup_facts, layer.kind(), layer.shape()), StyledString.QUALIFIER_STYLER);
		}

		@Override
		public String getText(Object element) {
			return getStyledText(element).getString();
		}
	}
}
