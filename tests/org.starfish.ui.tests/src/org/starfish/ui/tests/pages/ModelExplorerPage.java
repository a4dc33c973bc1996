// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.tests.pages;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** The Model Explorer. */
public final class ModelExplorerPage {
	private final Control view;

	ModelExplorerPage(Control view) {
		this.view = view;
	}

	/** The names of the models it lists. */
	public List<String> models() {
		return Ui.all(view, Table.class, Table::isVisible).stream().flatMap(table -> Stream.of(table.getItems()))
				.map(TableItem::getText).toList();
	}

	/** What it says in place of models; empty if it lists some. */
	public String message() {
		return Ui.all(view, Label.class, Label::isVisible).stream().map(Label::getText).findFirst().orElse("");
	}
}
