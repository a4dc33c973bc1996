// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.mixture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.starfish.core.mixture.RankedUnit;
import org.starfish.core.network.Layer;

/** The ranked units, layer by layer, with boxes to leave some out, and factors of their weights. */
final class RankedTree {
	private static final int[] SHARES = { 55, 25, 20 };

	private final Runnable changed;
	private final Tree tree;
	private Map<Layer, List<RankedUnit>> ranking = Map.of();
	/** What the user has said of units, by their addresses; also of those that are not shown at the moment. */
	private final Set<String> left = new HashSet<>();
	private final Map<String, Double> factors = new HashMap<>();

	/**
	 * @param changed told when other units are checked
	 * @param selected told when other units are selected
	 */
	RankedTree(Composite parent, Runnable changed, Runnable selected) {
		this.changed = changed;
		tree = new Tree(parent, SWT.BORDER | SWT.CHECK | SWT.MULTI | SWT.FULL_SELECTION);
		tree.setHeaderVisible(true);
		for (String title : List.of(Messages.RankedTree_unit, Messages.RankedTree_score, Messages.RankedTree_weight)) {
			var column = new TreeColumn(tree, title.equals(Messages.RankedTree_unit) ? SWT.LEFT : SWT.RIGHT);
			column.setText(title);
		}
		tree.addControlListener(ControlListener.controlResizedAdapter(event -> layout()));
		tree.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (event.detail == SWT.CHECK) {
				check((TreeItem) event.item);
			} else {
				selected.run();
			}
		}));
	}

	private void layout() {
		int width = tree.getClientArea().width;
		for (int i = 0; i < SHARES.length; i++) {
			tree.getColumn(i).setWidth(width * SHARES[i] / 100);
		}
	}

	Control control() {
		return tree;
	}

	/** Shows a ranking. What was left out or weighed before still is. */
	void show(Map<Layer, List<RankedUnit>> other) {
		ranking = other;
		tree.setRedraw(false);
		tree.removeAll();
		other.forEach((layer, units) -> {
			if (!units.isEmpty()) {
				var parent = new TreeItem(tree, SWT.NONE);
				parent.setText(layer.name());
				for (RankedUnit unit : units) {
					var item = new TreeItem(parent, SWT.NONE);
					item.setData(unit);
					item.setText(0, Integer.toString(unit.channel()));
					item.setText(1, String.format(Locale.getDefault(), "%.3g", unit.score()));
					item.setText(2, text(factor(unit)));
					item.setChecked(!left.contains(key(unit)));
				}
				parent.setExpanded(true);
				checkParent(parent);
			}
		});
		tree.setRedraw(true);
	}

	private static String text(double factor) {
		return String.format(Locale.getDefault(), "%.1f", factor);
	}

	private double factor(RankedUnit unit) {
		return factors.getOrDefault(key(unit), 1.0);
	}

	private static String key(RankedUnit unit) {
		return unit.address().toString();
	}

	private void check(TreeItem item) {
		if (item.getParentItem() == null) {
			item.setGrayed(false);
			Stream.of(item.getItems()).forEach(child -> {
				child.setChecked(item.getChecked());
				remember(child);
			});
		} else {
			remember(item);
			checkParent(item.getParentItem());
		}
		changed.run();
	}

	private void remember(TreeItem item) {
		String key = key((RankedUnit) item.getData());
		if (item.getChecked()) {
			left.remove(key);
		} else {
			left.add(key);
		}
	}

	private static void checkParent(TreeItem parent) {
		long checked = Stream.of(parent.getItems()).filter(TreeItem::getChecked).count();
		parent.setChecked(checked > 0);
		parent.setGrayed(checked > 0 && checked < parent.getItemCount());
	}

	/** The units that are selected; those of a layer, if that is. */
	List<RankedUnit> selected() {
		return Stream.of(tree.getSelection())
				.flatMap(item -> item.getData() == null ? Stream.of(item.getItems()) : Stream.of(item))
				.map(item -> (RankedUnit) item.getData()).distinct().toList();
	}

	/** What the weight of the first selected unit is multiplied with. */
	double selectedFactor() {
		return selected().stream().findFirst().map(this::factor).orElse(1.0);
	}

	/** Multiplies the weights of the selected units. */
	void weigh(double factor) {
		List<RankedUnit> chosen = selected();
		chosen.forEach(unit -> factors.put(key(unit), factor));
		for (TreeItem parent : tree.getItems()) {
			for (TreeItem item : parent.getItems()) {
				item.setText(2, text(factor((RankedUnit) item.getData())));
			}
		}
		changed.run();
	}

	/** The checked units of those layers that have any. */
	Map<Layer, List<RankedUnit>> checked() {
		Map<Layer, List<RankedUnit>> checked = new LinkedHashMap<>();
		ranking.forEach((layer, units) -> {
			List<RankedUnit> kept = units.stream().filter(unit -> !left.contains(key(unit))).toList();
			if (!kept.isEmpty()) {
				checked.put(layer, kept);
			}
		});
		return checked;
	}

	/** What the weight of a unit is multiplied with, by its address. */
	double factor(String address) {
		return factors.getOrDefault(address, 1.0);
	}
}
