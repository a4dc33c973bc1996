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
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.starfish.core.StarfishException;
import org.starfish.core.model.Model;
import org.starfish.core.network.UnitAddress;

/** Asks which unit or layer the picture is to be drawn for. */
final class WhatPage extends ChoicePage {
	private static final int LIST_HEIGHT = 260;
	private static final int LIST_WIDTH = 640;
	private static final int TROUBLE_WIDTH = 480;

	private final Optional<UnitAddress> wanted;
	private Optional<UnitSearch> search = Optional.empty();
	private Optional<String> trouble = Optional.empty();
	private Composite stack;
	private StackLayout layers;
	private Composite reading;
	private Label readingText;
	private ProgressBar readingBar;
	private Composite content;
	private Text typed;
	private CandidateTable table;
	private UnitDetail detail;

	/**
	 * @param wanted what to begin with; a channel that is empty means a whole layer
	 */
	WhatPage(Choices choices, Optional<UnitAddress> wanted) {
		super("what", Messages.WhatPage_title, NLS.bind(Messages.WhatPage_text, choices.location().name()), choices);
		this.wanted = wanted;
		setPageComplete(false);
	}

	@Override
	Control createContent(Composite parent) {
		stack = new Composite(parent, SWT.NONE);
		layers = new StackLayout();
		stack.setLayout(layers);
		createReading();
		content = new Composite(stack, SWT.NONE);
		GridLayoutFactory.swtDefaults().spacing(5, 8).applyTo(content);
		typed = new Text(content, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		typed.setMessage(Messages.WhatPage_hint);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(typed);
		var host = new Composite(content, SWT.NONE);
		host.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(host);
		table = new CandidateTable(host, this::picked);
		detail = new UnitDetail(content, this::refined);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(detail.control());
		typed.addModifyListener(event -> find());
		typed.addKeyListener(KeyListener.keyPressedAdapter(event -> {
			if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.ARROW_UP) {
				table.move(event.keyCode == SWT.ARROW_DOWN ? 1 : -1);
				event.doit = false;
			}
		}));
		return stack;
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
			search = Optional.of(new UnitSearch(model));
			choices().model(model);
			begin(model);
		} catch (StarfishException e) {
			failed(e.getMessage());
		}
	}

	/** The model cannot be read. */
	void failed(String sentence) {
		trouble = Optional.of(sentence);
		refresh();
	}

	/** Offers what the wizard was opened with, if the model has it. */
	private void begin(Model model) throws StarfishException {
		if (wanted.isPresent()) {
			UnitAddress address = wanted.get();
			typed.setText(address.channel().isEmpty() ? address.layer() : address.toString());
			typed.selectAll();
		} else {
			typed.setText("");
		}
		find();
		typed.setFocus();
	}

	private void find() {
		search.ifPresent(units -> {
			List<UnitCandidate> found = units.find(typed.getText());
			table.show(found);
			if (wanted.isPresent() && wanted.get().channel().isEmpty() && typed.getText().equals(wanted.get().layer())) {
				found.stream().filter(each -> each.isLayer() && each.layer().name().equals(wanted.get().layer())).findFirst()
						.ifPresent(table::select);
			}
			picked();
		});
	}

	private void picked() {
		detail.show(table.selected(), search.orElseThrow());
		choices().subjects(detail.unit().stream().map(Subject::of).toList());
		refresh();
	}

	private void refined() {
		choices().subjects(detail.unit().stream().map(Subject::of).toList());
		refresh();
	}

	@Override
	void refresh() {
		if (stack == null) {
			return;
		}
		boolean ready = search.isPresent();
		layers.topControl = ready ? content : reading;
		readingText.setText(trouble.orElseGet(() -> NLS.bind(Messages.WhatPage_reading, choices().location().name())));
		readingBar.setVisible(trouble.isEmpty());
		stack.layout(true, true);
		boolean nothingFound = ready && table.isEmpty();
		check(!ready && trouble.isEmpty() ? NLS.bind(Messages.WhatPage_reading, choices().location().name())
				: ready && !nothingFound && choices().subjects().isEmpty() ? Messages.WhatPage_nothing : null,
				trouble.isPresent() ? NLS.bind(Messages.WhatPage_unreadable, choices().location().name())
						: nothingFound ? NLS.bind(Messages.WhatPage_notFound, typed.getText(), choices().location().name()) : null);
	}
}
