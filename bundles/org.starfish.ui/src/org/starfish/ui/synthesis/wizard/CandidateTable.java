// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.starfish.core.network.Shape;

/** The list of what a search has found, of which one or several can be selected. Rows are made when they come into view. */
final class CandidateTable {
	private static final int[] SHARES = { 42, 33, 25 };

	private final Table table;
	private List<UnitCandidate> candidates = List.of();

	/**
	 * @param picked told when the user has selected another one
	 */
	CandidateTable(Composite parent, Runnable picked) {
		table = new Table(parent, SWT.BORDER | SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI);
		table.setHeaderVisible(true);
		for (String title : List.of(Messages.CandidateTable_name, Messages.CandidateTable_address,
				Messages.CandidateTable_kind)) {
			new TableColumn(table, SWT.NONE).setText(title);
		}
		table.addListener(SWT.SetData, event -> fill((TableItem) event.item, candidates.get(event.index)));
		table.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> picked.run()));
		table.addControlListener(ControlListener.controlResizedAdapter(event -> layout()));
	}

	private void layout() {
		int width = table.getClientArea().width;
		for (int i = 0; i < SHARES.length; i++) {
			table.getColumn(i).setWidth(width * SHARES[i] / 100);
		}
	}

	private static void fill(TableItem item, UnitCandidate candidate) {
		item.setText(new String[] { title(candidate), candidate.address(), kind(candidate) });
	}

	private static String title(UnitCandidate candidate) {
		return candidate.label().orElseGet(() -> candidate.isLayer() ? candidate.layer().name()
				: NLS.bind(Messages.CandidateTable_channel, candidate.channel(), candidate.layer().name()));
	}

	private static String kind(UnitCandidate candidate) {
		Shape shape = candidate.layer().shape();
		if (!candidate.isLayer()) {
			return candidate.label().isPresent() ? Messages.CandidateTable_class : Messages.CandidateTable_unit;
		}
		return shape.isSpatial()
				? NLS.bind(Messages.CandidateTable_channels,
						new Object[] { shape.channels(), shape.width(), shape.height() })
				: NLS.bind(Messages.CandidateTable_values, shape.channels());
	}

	/** Shows what was found, and selects the first. */
	void show(List<UnitCandidate> found) {
		table.deselectAll();
		candidates = found;
		table.setItemCount(found.size());
		table.clearAll();
		if (!found.isEmpty()) {
			table.select(0);
			table.showSelection();
		}
	}

	boolean isEmpty() {
		return candidates.isEmpty();
	}

	/** Selects one of those that are shown. */
	void select(UnitCandidate candidate) {
		table.setSelection(candidates.indexOf(candidate));
	}

	/** Selects one further below or above, as the user does by a key. */
	void move(int step) {
		int index = table.getSelectionIndex() + step;
		if (index >= 0 && index < candidates.size()) {
			table.setSelection(index);
			table.notifyListeners(SWT.Selection, new Event());
		}
	}

	/** Selects all that are shown. */
	void selectAll() {
		table.selectAll();
	}

	/** What is selected. */
	List<UnitCandidate> selected() {
		return IntStream.of(table.getSelectionIndices()).sorted().mapToObj(candidates::get).toList();
	}
}
