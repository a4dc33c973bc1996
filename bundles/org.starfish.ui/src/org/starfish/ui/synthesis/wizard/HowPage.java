// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Asks how the picture is to grow. */
final class HowPage extends ChoicePage {
	private PresetCards cards;

	HowPage(Choices choices) {
		super("how", Messages.HowPage_title, Messages.HowPage_text, choices);
	}

	@Override
	public void createControl(Composite parent) {
		var content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().applyTo(content);
		cards = new PresetCards(content, choices()::preset);
		GridDataFactory.fillDefaults().grab(true, true).hint(660, SWT.DEFAULT).applyTo(cards.control());
		setControl(content);
		refresh();
	}

	@Override
	void refresh() {
		if (cards != null) {
			cards.select(choices().preset());
			check(null, null);
		}
	}
}
