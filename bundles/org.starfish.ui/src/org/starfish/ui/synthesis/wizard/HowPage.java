// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Asks how the picture is to grow: presets as cards, their parameters below, and beside both what comes of it. */
final class HowPage extends ChoicePage {
	private static final int WIDTH = 800;

	private final Consumer<Boolean> shown;
	private PresetCards cards;
	private ParameterTable parameters;
	private PreviewPanel preview;

	/**
	 * @param shown told whether the page is to be seen
	 */
	HowPage(Choices choices, Consumer<Boolean> shown) {
		super("how", Messages.HowPage_title, Messages.HowPage_text, choices);
		this.shown = shown;
	}

	@Override
	Control createContent(Composite parent) {
		var content = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(content);
		var method = new Composite(content, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(method);
		GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(method);
		cards = new PresetCards(method, choices()::preset);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(cards.control());
		parameters = new ParameterTable(method, choices(), this::checkParameters);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(parameters.control());
		preview = new PreviewPanel(content, choices());
		GridDataFactory.fillDefaults().applyTo(preview.control());
		return content;
	}

	@Override
	public void setVisible(boolean visible) {
		super.setVisible(visible);
		shown.accept(visible);
	}

	/** Shows how the preview stands. */
	void show(Optional<Preview> drawn) {
		if (preview != null && !preview.control().isDisposed()) {
			preview.show(drawn);
		}
	}

	private void checkParameters() {
		if (parameters != null) {
			check(null, parameters.wrong().orElse(null));
		}
	}

	@Override
	void refresh() {
		if (cards != null) {
			cards.select(choices().preset());
			parameters.refresh();
			setDescription();
		}
	}

	/** Says what the picture is going to show, since that was chosen on another page. */
	private void setDescription() {
		choices().firstWish().filter(wish -> getErrorMessage() == null).ifPresent(wish -> {
			int others = choices().count() - 1;
			setMessage(others == 0 ? NLS.bind(Messages.HowPage_one, wish.label(), choices().location().name())
					: NLS.bind(Messages.HowPage_more, new Object[] { wish.label(), others, choices().location().name() }));
		});
	}
}
