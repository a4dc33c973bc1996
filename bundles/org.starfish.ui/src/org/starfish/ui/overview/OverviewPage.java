// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.overview;


import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.starfish.core.model.LayerFacts;
import org.starfish.ui.activation.EditorPage;
import org.starfish.ui.activation.LayerDisplay;
import org.starfish.ui.activation.ModelSession;
import org.starfish.ui.graph.GraphCanvas;

/** Shows the graph of a model's layers, and beside it what is to be told about the model. */
public final class OverviewPage implements EditorPage {
	private final SashForm page;
	private final GraphCanvas graph;
	private final FactsPanel facts;

	/**
	 * @param parent to be filled
	 * @param session with the open model
	 * @param display shows a layer's channels
	 */
	public OverviewPage(Composite parent, ModelSession session, LayerDisplay display) {
		page = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
		var left = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
		var bar = new GraphBar(left);
		graph = new GraphCanvas(left, session.owner());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(graph);
		bar.control(graph);
		facts = new FactsPanel(page, session, session::showLayer);
		page.setWeights(7, 3);
		graph.onSelected(node -> node.layer().map(LayerFacts::name).ifPresent(session::showLayer));
		graph.onOpened(node -> node.layer().map(LayerFacts::name).ifPresent(display::showLayer));
		graph.show(session.facts().orElseThrow());
		session.layer().ifPresent(graph::select);
		session.addListener(change -> {
			switch (change) {
			case LAYER -> session.layer().ifPresent(graph::select);
			case INPUT, ANSWER, STORED -> facts.refresh();
			default -> {
				// Nothing of that is to be seen here.
			}
			}
		});
	}

	@Override
	public Control control() {
		return page;
	}

	@Override
	public void setFocus() {
		graph.setFocus();
	}
}
