// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.swt.widgets.TabItem;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.synthesis.recipe.Presets;
import org.starfish.ui.synthesis.mixture.MixturePicker;

/** Asks what the pictures are to be drawn for. */
final class WhatPage extends ChoicePage {
	private static final int TROUBLE_WIDTH = 480;

	private final Beginning beginning;
	private Optional<String> trouble = Optional.empty();
	private Composite stack;
	private StackLayout layers;
	private Composite reading;
	private Label readingText;
	private ProgressBar readingBar;
	private Composite content;
	private TabFolder tabs;
	private UnitPicker units;
	private MixturePicker mixture;
	private MoreChoices more;

	WhatPage(Choices choices, Beginning beginning) {
		super("what", Messages.WhatPage_title, NLS.bind(Messages.WhatPage_text, choices.location().name()), choices);
		this.beginning = beginning;
		setPageComplete(false);
	}

	@Override
	Control createContent(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		layers = new StackLayout();
		stack.setLayout(layers);
		createReading();
		content = new Composite(stack, SWT.NONE);
		content.setVisible(false);
		GridLayoutFactory.fillDefaults().applyTo(content);
		tabs = new TabFolder(content, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(tabs);
		units = new UnitPicker(tabs, choices(), beginning, this::picked);
		tab(Messages.WhatPage_units, units.control());
		mixture = new MixturePicker(tabs, this::picked);
		tab(Messages.WhatPage_mixture, mixture.control());
		tabs.setSelection(0);
		tabs.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> picked()));
		more = new MoreChoices(content, choices(), this::refresh);
		GridDataFactory.fillDefaults().grab(true, false).indent(5, 0).applyTo(more.control());
		return stack;
	}

	private void tab(String title, Control control) {
		var tab = new TabItem(tabs, SWT.NONE);
		tab.setText(title);
		tab.setControl(control);
	}

	private void createReading() {
		reading = new Composite(stack, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).applyTo(reading);
		var column = new Composite(reading, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(column);
		GridLayoutFactory.fillDefaults().spacing(12, 12).applyTo(column);
		readingText = new Label(column, SWT.WRAP | SWT.CENTER);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).hint(TROUBLE_WIDTH, SWT.DEFAULT).applyTo(readingText);
		readingBar = new ProgressBar(column, SWT.INDETERMINATE);
		GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.CENTER).hint(TROUBLE_WIDTH / 2, SWT.DEFAULT).applyTo(readingBar);
	}

	/** The model was read. */
	void opened(Model model) {
		try {
			choices().model(model);
			units.opened(model);
			mixture.opened(model);
			beginning.start().ifPresent(more::startFrom);
		} catch (StarfishException e) {
			failed(e.getMessage());
		}
	}

	/** The model cannot be read. */
	void failed(String sentence) {
		trouble = Optional.of(sentence);
		refresh();
	}

	private boolean isMixture() {
		return tabs.getSelectionIndex() == 1;
	}

	private void picked() {
		if (mixture != null && choices().model().isPresent()) {
			choices().subjects(isMixture() ? mixed() : units.subjects());
			refresh();
		}
	}

	private List<Subject> mixed() {
		return mixture.target(choices().preset().equals(Presets.PAPER_2017_MIXTURE)).stream()
				.map(target -> new Subject(target, mixture.name())).toList();
	}

	/** How units are weighed depends on a preset, which is picked on another page. */
	private void weighAgain() {
		if (isMixture()) {
			choices().subjects(mixed());
		}
	}

	@Override
	void refresh() {
		if (more == null) {
			return;
		}
		boolean ready = choices().model().isPresent() && trouble.isEmpty();
		layers.topControl = ready ? content : reading;
		String waiting = NLS.bind(Messages.WhatPage_reading, choices().location().name());
		readingText.setText(trouble.orElse(waiting));
		readingBar.setVisible(trouble.isEmpty());
		more.refresh();
		stack.layout(true, true);
		if (ready) {
			weighAgain();
			Optional<String> wrong = (isMixture() ? mixture.wrong() : units.wrong()).or(more::wrong);
			Optional<String> missing = (isMixture() ? mixture.missing()
					: Optional.of(Messages.WhatPage_nothing).filter(text -> choices().subjects().isEmpty())).or(more::missing);
			check(wrong.isEmpty() ? missing.orElse(null) : null, wrong.orElse(null));
		} else {
			check(trouble.isEmpty() ? waiting : null,
					trouble.isPresent() ? NLS.bind(Messages.WhatPage_unreadable, choices().location().name()) : null);
		}
	}
}
