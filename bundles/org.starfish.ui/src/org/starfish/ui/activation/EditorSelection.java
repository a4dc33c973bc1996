// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.activation;

import org.eclipse.core.commands.common.EventManager;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.starfish.core.model.LayerFacts;
import org.starfish.core.network.UnitAddress;
import org.starfish.ui.model.LayerElement;
import org.starfish.ui.model.ModelLocation;
import org.starfish.ui.model.UnitElement;

/** Tells the workbench which unit the editor shows; the layer, as long as that has not answered. */
final class EditorSelection extends EventManager implements ISelectionProvider {
	private final ModelLocation model;
	private final ModelSession session;
	private IStructuredSelection selection = StructuredSelection.EMPTY;

	EditorSelection(ModelLocation model, ModelSession session) {
		this.model = model;
		this.session = session;
		session.addListener(change -> {
			if (change != ModelSession.Change.INPUT && change != ModelSession.Change.PREDICTIONS) {
				refresh();
			}
		});
	}

	private void refresh() {
		IStructuredSelection now = session.facts().flatMap(facts -> session.layer().flatMap(facts::find))
				.<IStructuredSelection>map(layer -> new StructuredSelection(element(layer))).orElse(StructuredSelection.EMPTY);
		if (!now.equals(selection)) {
			publish(now);
		}
	}

	private Object element(LayerFacts facts) {
		var layer = new LayerElement(model, facts);
		return session.unit().<Object>flatMap(unit -> session.activation()
				.filter(activation -> activation.layer().equals(facts.name()))
				.map(activation -> new ShownUnit(layer.channel(index(unit)), unit, activation))).orElse(layer);
	}

	private static int index(UnitAddress unit) {
		return Integer.parseInt(unit.channel());
	}

	@Override
	public ISelection getSelection() {
		return selection;
	}

	@Override
	public void setSelection(ISelection other) {
		// Whoever wants another unit to be shown says so by LayerDisplay.
	}

	private void publish(IStructuredSelection now) {
		selection = now;
		var event = new SelectionChangedEvent(this, now);
		for (Object listener : getListeners()) {
			SafeRunner.run(() -> ((ISelectionChangedListener) listener).selectionChanged(event));
		}
	}

	@Override
	public void addSelectionChangedListener(ISelectionChangedListener listener) {
		addListenerObject(listener);
	}

	@Override
	public void removeSelectionChangedListener(ISelectionChangedListener listener) {
		removeListenerObject(listener);
	}
}
