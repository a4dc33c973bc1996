// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.starfish.core.model.LayerTree;

/**
 * The tree of the Model Explorer. A model is open as long as its node is expanded by the user; collapsing it gives the
 * model back, or gives up loading it.
 */
final class ExplorerTree {
	/** Where a sentence begins: behind two levels and an icon. */
	private static final int INDENT = 68;
	private static final int LEAST_LINE = 20;

	private final ModelNodes models;
	private final TreeViewer viewer;
	private final ExplorerColumns columns;
	private final NodeFilter filter = new NodeFilter();
	/** What was expanded before something was typed into the filter. */
	private Object[] expandedBefore;
	/** Models that an editor has open and that are read here, too, only to be searched. */
	private final List<ModelNode> searched = new ArrayList<>();

	/**
	 * @param memory where the widths of the columns are kept
	 */
	ExplorerTree(Composite parent, ModelNodes models, Map<String, String> memory) {
		this.models = models;
		viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL | SWT.FULL_SELECTION);
		AccessibleName.set(viewer.getControl(), Messages.ExplorerTree_name);
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new ExplorerContent());
		columns = new ExplorerColumns(viewer, new NodeLabels(viewer.getControl(), models), memory);
		viewer.addFilter(filter);
		viewer.addTreeListener(new ITreeViewerListener() {
			@Override
			public void treeExpanded(TreeExpansionEvent event) {
				if (event.getElement() instanceof ModelNode model) {
					model.open();
				}
			}

			@Override
			public void treeCollapsed(TreeExpansionEvent event) {
				if (event.getElement() instanceof ModelNode model) {
					model.close();
				}
			}
		});
		ColumnViewerToolTipSupport.enableFor(viewer);
		viewer.setInput(models);
		columns.addWidthListener(this::wrap);
	}

	/** Wraps the sentences that say why models cannot be read. */
	private void wrap(int width) {
		var gc = new GC(control());
		double character = gc.getFontMetrics().getAverageCharacterWidth();
		gc.dispose();
		if (models.setLineLength((int) Math.max(LEAST_LINE, (width - INDENT) / character))) {
			models.all().stream().filter(model -> model.failure().isPresent()).forEach(viewer::refresh);
		}
	}

	/** The viewer, for listeners. */
	TreeViewer viewer() {
		return viewer;
	}

	/** The widget. */
	Tree control() {
		return viewer.getTree();
	}

	/** Which columns are shown. */
	ExplorerColumns columns() {
		return columns;
	}

	/** Shows the models as they are now. */
	void refresh() {
		if (filter.isActive()) {
			readOpenOnes();
		}
		viewer.refresh();
		expandFound();
	}

	/** Shows what has become of a model. */
	void refresh(ModelNode model) {
		if (model.isLoading() && viewer.testFindItem(MessageNode.loading(model)) != null) {
			viewer.update(MessageNode.loading(model), null);
			return;
		}
		// A filter may have hidden it until now.
		viewer.refresh(filter.isActive() ? models : model);
		if (!model.isWanted() && model.facts().isEmpty()) {
			// Its loading was cancelled from elsewhere.
			viewer.setExpandedState(model, false);
		}
		expandFound();
	}

	/** Shows only what a pattern finds, all of it; as before when nothing is typed any more. */
	void filter(NamePattern pattern) {
		control().setRedraw(false);
		try {
			if (!filter.isActive()) {
				expandedBefore = viewer.getExpandedElements();
			}
			filter.look(pattern);
			if (filter.isActive()) {
				readOpenOnes();
			}
			viewer.refresh();
			if (filter.isActive()) {
				expandFound();
			} else {
				restoreExpanded();
			}
		} finally {
			control().setRedraw(true);
		}
	}

	/** They are in memory, so that it costs next to nothing. */
	private void readOpenOnes() {
		models.all().stream().filter(model -> model.isOpen() && model.facts().isEmpty() && !model.isWanted())
				.forEach(model -> {
					searched.add(model);
					model.open();
				});
	}

	/** Whether a filter has hidden everything. */
	boolean isNothingFound() {
		return filter.isActive() && control().getItemCount() == 0;
	}

	private void expandFound() {
		if (filter.isActive()) {
			filter.expanded(models.all()).forEach(node -> viewer.setExpandedState(node, true));
		}
	}

	/** What is selected stays in sight, which is often what was looked for. */
	private void restoreExpanded() {
		Optional<ExplorerNode> selected = nodes().findFirst();
		viewer.setExpandedElements(expandedBefore);
		searched.stream().filter(model -> !viewer.getExpandedState(model)).forEach(ModelNode::close);
		searched.clear();
		selected.ifPresent(this::select);
	}

	private void select(ExplorerNode node) {
		viewer.setSelection(new StructuredSelection(node), true);
		if (viewer.getExpandedState(node.model())) {
			node.model().open();
		}
	}

	/** Collapses everything, and gives all models back. */
	void collapseAll() {
		viewer.collapseAll();
		models.close();
	}

	/** Moves the focus from the filter into the tree, to what is found. */
	void enter() {
		if (viewer.getStructuredSelection().isEmpty()) {
			filter.first(models.all()).ifPresent(this::select);
		}
		control().setFocus();
	}

	/** Gives up loading a model, which shows nothing then. */
	void cancel(ModelNode model) {
		model.close();
		refresh(model);
	}

	/** Expands or collapses a node that is no model. */
	void toggle(ExplorerNode node) {
		viewer.setExpandedState(node, !viewer.getExpandedState(node));
	}

	/** What other parts get to see of the selection. */
	IStructuredSelection selection() {
		return new StructuredSelection(
				nodes().map(ExplorerNode::element).distinct().toList());
	}

	/** The nodes that are selected. */
	Stream<ExplorerNode> nodes() {
		return Arrays.stream(viewer.getStructuredSelection().toArray()).map(ExplorerNode.class::cast);
	}

	/** Selects a model, unless something in it is selected. */
	boolean reveal(ModelLocation location) {
		Optional<ModelNode> found = models.find(location);
		found.filter(model -> nodes().noneMatch(node -> node.model().equals(model)))
				.ifPresent(this::select);
		return found.isPresent();
	}

	/** Selects a layer of a model that was read, or else the model; a channel of the layer stays selected. */
	void reveal(LayerElement layer) {
		if (nodes().anyMatch(node -> node.element() instanceof UnitElement unit && unit.layer().equals(layer))) {
			return;
		}
		models.find(layer.model())
				.flatMap(model -> model.facts().flatMap(facts -> find(LayerNode.of(model, facts.tree()), layer.name())))
				.ifPresentOrElse(this::select, () -> reveal(layer.model()));
	}

	private static Optional<ExplorerNode> find(List<LayerNode> nodes, String layer) {
		for (LayerNode node : nodes) {
			LayerTree tree = node.tree();
			if (tree.layer().filter(facts -> facts.name().equals(layer)).isPresent()) {
				return Optional.of(node);
			}
			Optional<ExplorerNode> below = layer.startsWith(tree.path()) ? find(LayerNode.of(node, tree), layer)
					: Optional.empty();
			if (below.isPresent()) {
				return below;
			}
		}
		return Optional.empty();
	}
}
