// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.overview;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.starfish.ui.graph.GraphCanvas;

/** The buttons above the graph. */
final class GraphBar {
	private static final String BUNDLE = "org.starfish.ui";
	private static final int PERCENT = 100;

	private final ToolBar bar;
	private final LocalResourceManager images;
	private GraphCanvas graph;
	private ToolItem openAll;
	private ToolItem closeAll;
	private ToolItem size;

	GraphBar(Composite parent) {
		bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT);
		GridDataFactory.fillDefaults().grab(true, false).indent(4, 2).applyTo(bar);
		images = new LocalResourceManager(JFaceResources.getResources(), bar);
		bar.getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				if (event.childID < 0) {
					event.result = Messages.GraphBar_name;
				}
			}
		});
	}

	/** Makes the buttons for a graph. */
	void control(GraphCanvas shown) {
		graph = shown;
		item("zoom-out", Messages.GraphBar_smaller, () -> graph.zoomBy(-1));
		size = new ToolItem(bar, SWT.PUSH);
		size.setToolTipText(Messages.GraphBar_actualSize);
		size.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> graph.showActualSize()));
		item("zoom-in", Messages.GraphBar_larger, () -> graph.zoomBy(1));
		item("zoom-fit", Messages.GraphBar_fit, graph::fit);
		new ToolItem(bar, SWT.SEPARATOR);
		openAll = item("expand-all", Messages.GraphBar_openAll, graph::openAll);
		closeAll = item("collapse-all", Messages.GraphBar_closeAll, graph::closeAll);
		graph.onChanged(this::refresh);
		refresh();
	}

	private ToolItem item(String icon, String hint, Runnable action) {
		var item = new ToolItem(bar, SWT.PUSH);
		item.setImage(images.get(
				ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/graph/" + icon + ".svg").orElseThrow()));
		item.setToolTipText(hint);
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> action.run()));
		return item;
	}

	private void refresh() {
		String percent = NLS.bind(Messages.GraphBar_percent, Math.round(graph.zoom() * PERCENT));
		if (!percent.equals(size.getText())) {
			size.setText(percent);
			bar.requestLayout();
		}
		openAll.setEnabled(graph.hasGroups() && !graph.isAllOpen());
		closeAll.setEnabled(graph.hasOpenGroups());
	}
}
