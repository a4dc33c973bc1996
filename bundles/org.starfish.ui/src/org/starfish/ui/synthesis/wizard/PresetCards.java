// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.starfish.core.synthesis.recipe.Preset;
import org.starfish.core.synthesis.recipe.Presets;

/** All presets as cards, of which one is selected. Arrow keys go from one to the next. */
final class PresetCards {
	private final ScrolledComposite strip;
	private final Composite row;
	private final List<PresetCard> cards = new ArrayList<>();
	private final Consumer<Preset> chosen;

	/**
	 * @param chosen gets the preset that the user has chosen
	 */
	PresetCards(Composite parent, Consumer<Preset> chosen) {
		this.chosen = chosen;
		strip = new ScrolledComposite(parent, SWT.H_SCROLL);
		row = new Composite(strip, SWT.NONE);
		RowLayoutFactory.fillDefaults().wrap(false).fill(true).spacing(8).applyTo(row);
		ResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), row);
		for (Preset preset : Presets.ALL) {
			var card = new PresetCard(row, preset, resources.create(new PresetPicture(preset)));
			card.addListener(SWT.MouseDown, event -> {
				card.setFocus();
				choose(card);
			});
			card.addListener(SWT.KeyDown, event -> key(card, event));
			card.addListener(SWT.Traverse, PresetCards::traverse);
			cards.add(card);
		}
		strip.setContent(row);
		strip.setShowFocusedControl(true);
		row.setSize(row.computeSize(SWT.DEFAULT, SWT.DEFAULT));
	}

	private static void traverse(Event event) {
		if (event.detail == SWT.TRAVERSE_ARROW_NEXT || event.detail == SWT.TRAVERSE_ARROW_PREVIOUS) {
			event.doit = false;
		} else {
			event.doit = true;
		}
	}

	private void key(PresetCard card, Event event) {
		int index = cards.indexOf(card);
		int to = switch (event.keyCode) {
		case SWT.ARROW_RIGHT, SWT.ARROW_DOWN -> index + 1;
		case SWT.ARROW_LEFT, SWT.ARROW_UP -> index - 1;
		default -> index;
		};
		if (event.keyCode == SWT.SPACE || to != index && to >= 0 && to < cards.size()) {
			cards.get(to).setFocus();
			choose(cards.get(to));
		}
	}

	private void choose(PresetCard card) {
		if (!card.isSelected()) {
			select(card.preset());
			chosen.accept(card.preset());
		}
	}

	Composite control() {
		return strip;
	}

	/** Shows which one is chosen. */
	void select(Preset preset) {
		cards.forEach(card -> card.select(card.preset().equals(preset)));
	}
}
